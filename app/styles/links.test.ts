import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.resolve('app/styles');

/** Selectors of the style sheets with the declarations that follow them. */
function rulesOf(css: string): { selectors: string[]; body: string }[] {
  const bare = css.replace(/\/\*[^]*?\*\//g, '');
  return [...bare.matchAll(/([^{}]+)\{([^{}]*)/g)].map(([, selectors = '', body = '']) => ({
    selectors: selectors.split(',').map((one) => one.trim()),
    body,
  }));
}

/** What holds links of its own only, never a button: its links have no other look that could be overruled. */
const linksOnly = [
  '.card-title',
  '.card-linked:hover .card-title',
  '.tabs',
  '.main-navigation',
  '.bottom-bar',
  '.menu-links',
  '.live-map.leaflet-container',
  '.live-map.leaflet-container .leaflet-bar',
];

it('no rule for the links of a block gives its colour to the buttons that stand in it', () => {
  const wrong = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => rulesOf(readFileSync(path.join(folder, name), 'utf8')))
    .filter(({ body }) => /(^|[;\s])color:/.test(body))
    .flatMap(({ selectors }) => selectors)
    .filter((selector) => /\sa(:(hover|focus|visited|active))?$/.test(selector))
    .filter((selector) => !linksOnly.some((block) => selector.startsWith(`${block} a`)));
  expect(wrong).toEqual([]);
});
