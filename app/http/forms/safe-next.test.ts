import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNext } from '../actor.server';

/** Pieces of which addresses of other sites can be put together. */
const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '.',
    '..',
    './',
    '../',
    '\\',
    '%2e',
    '%2E%2e',
    '%2f',
    '%5c',
    '\t',
    '\n',
    ' ',
    '@',
  ),
  fc.constantFrom(
    ':',
    '?',
    '#',
    ';',
    'evil.example',
    'a',
    'http:',
    'https://',
    '[::1]',
    '。',
    '／',
    '\u200b',
    '%00',
  ),
  fc.string({ maxLength: 3 }),
);
const address = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const site = 'https://gongzhi.example';

describe('where to go on to', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    '',
    '/a\nb',
    '/.//evil.example',
    '/a/..//evil.example',
    '/a/b/../../%2e%2e//evil.example/x?y#z',
    `/${'a'.repeat(3_000)}`,
    undefined,
  ])('is never elsewhere: %j', (next) => expect(safeNext(next, '/home')).toBe('/home'));

  it('is a path of the portal', () => {
    expect(safeNext('/proposals?area=4210#list', '/')).toBe('/proposals?area=4210#list');
    expect(safeNext('/a/../b', '/')).toBe('/b');
    expect(safeNext('/search?q=//evil.example', '/')).toBe('/search?q=//evil.example');
  });

  it('stays on the site whatever is asked for, and stays itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          address,
          address.map((text) => `/${text}`),
        ),
        (next) => {
          const path = safeNext(next, '/home');
          expect(new URL(path, site).origin).toBe(site);
          expect(safeNext(path, '/other')).toBe(path);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
