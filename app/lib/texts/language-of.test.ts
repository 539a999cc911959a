import { expect, it } from 'vitest';
import { languageOf, withLanguages } from './language-of';

it('is Chinese or English by most of its letters', () => {
  expect(languageOf('东门外路灯不亮')).toBe('zh');
  expect(languageOf('希望社区 WiFi 覆盖到花园')).toBe('zh');
  expect(languageOf('The street lamp is dark')).toBe('en');
  expect(languageOf('A lamp at 便河路 is dark at night')).toBe('en');
});

it('is none where there are no letters of either', () => {
  for (const text of ['', '12345', '👍 !', 'Привет']) expect(languageOf(text)).toBeNull();
});

it('stands on each block of a text that has both', () => {
  const html =
    '<p><strong>路灯</strong>不亮&nbsp;</p>\n<ul><li>三天了</li></ul><blockquote><p>Dark since <em>Monday</em></p></blockquote>';
  expect(withLanguages(html, 'en')).toBe(
    html.replace('<p><strong>', '<p lang="zh"><strong>').replace('<li>', '<li lang="zh">'),
  );
  expect(withLanguages(html, 'zh-CN')).toBe(html.replace('<p>Dark', '<p lang="en">Dark'));
});
