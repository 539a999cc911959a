import { expect, it } from 'vitest';
import { hashScripts } from './script-hashes';
import { forbiddenScripts } from '../../../tests/setup/allowed-scripts';

const nonce = 'GxkH+/3yV9mJ0cQ1bZ7Xbw==';
const policy = (hashes: readonly string[]) => `default-src 'self'; script-src 'self' ${hashes.join(' ')}; x`;

it('lets exactly those scripts run that carried the nonce, and leaves no trace of it', () => {
  const page = `<!doctype html><link rel="modulepreload" nonce="${nonce}" href="/a.js"/><p>城市 &lt;script&gt;</p>
<script>injected()</script><script nonce="${nonce}">window.x = "<p>" + '市';
run()</script><script nonce="${nonce}" type="module" async="">import "/a.js";</script><script src="/b.js" nonce="${nonce}"></script>`;
  const hashed = hashScripts(page, nonce);
  expect(hashed?.html).toBe(page.replaceAll(` nonce="${nonce}"`, ''));
  expect(hashed?.hashes).toHaveLength(2);
  expect(forbiddenScripts(policy(hashed?.hashes ?? []), hashed?.html ?? '')).toEqual(['injected()']);
});

it.each([
  ['a script that names the nonce', `<script nonce="${nonce}">"${nonce}"</script>`],
  ['the nonce in the text', `<p>${nonce}</p>`],
  ['the nonce as text like an attribute', `<p> nonce="${nonce}"</p>`],
  ['the nonce in an attribute written otherwise', `<script nonce='${nonce}'>1</script>`],
  ['a script without an end', `<script nonce="${nonce}">1`],
  ['line ends that browsers read otherwise', `<script nonce="${nonce}">1\r\n</script>`],
  ['a tag that is not closed', `<script nonce="${nonce}"`],
  [
    'more scripts than any page has',
    Array.from({ length: 50 }, (_, n) => `<script nonce="${nonce}">${n}</script>`).join(''),
  ],
])('makes nothing of %s', (_name, page) => {
  expect(hashScripts(page, nonce)).toBeNull();
});

it('a page without scripts is as it is', () => {
  expect(hashScripts('<p>1</p>', nonce)).toEqual({ html: '<p>1</p>', hashes: [] });
});
