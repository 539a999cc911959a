import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const withoutPadding = (text: string) => text.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');

/**
 * What the code says stands in the page between `<!-- name -->` and `<!-- /name -->`; UPDATE_DOCS=1 writes it there.
 */
export function expectPrinted(page: string, name: string, printed: string): void {
  const text = readFileSync(page, 'utf8');
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  expect(text).toContain(open);
  const [before = '', after = ''] = [text.split(open)[0], text.split(close)[1]];
  const wanted = `${before}${open}\n${printed}\n\n${close}${after}`;
  if (process.env.UPDATE_DOCS) writeFileSync(page, wanted);
  else expect(withoutPadding(text)).toBe(withoutPadding(wanted));
}
