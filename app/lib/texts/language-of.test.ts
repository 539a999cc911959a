import { expect, it } from 'vitest';
import { languageOf, languageOfHtml } from './language-of';

it('is Chinese or English by most of its letters', () => {
  expect(languageOf('东门外路灯不亮')).toBe('zh');
  expect(languageOf('希望社区 WiFi 覆盖到花园')).toBe('zh');
  expect(languageOf('The street lamp is dark')).toBe('en');
  expect(languageOf('A lamp at 便河路 is dark at night')).toBe('en');
});

it('is none where there are no letters of either', () => {
  for (const text of ['', '12345', '👍 !', 'Привет']) expect(languageOf(text)).toBeNull();
});

it('of HTML is that of its words, not of its tags', () => {
  expect(languageOfHtml('<p><strong>路灯</strong>不亮&nbsp;</p><blockquote></blockquote>')).toBe('zh');
  expect(languageOfHtml('<p>Dark since <em>Monday</em></p>')).toBe('en');
});
