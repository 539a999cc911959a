import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const text = readFileSync('README.md', 'utf8');

/** The words of all catalogues of a language, as their sources write them. */
const wordsOf = (locale: string) =>
  readdirSync(path.join('app/i18n', locale))
    .map((file) => readFileSync(path.join('app/i18n', locale, file), 'utf8'))
    .join('\n');

/** What a newcomer is told to look for: **中文 English**, one or several with an arrow between. */
const labels = [...text.matchAll(/\*\*([^*\n]+)\*\*/g)]
  .flatMap(([, bold = '']) => bold.split(' → '))
  .map((label) => /^(\p{Script=Han}+) ([A-Z].*)$/u.exec(label))
  .filter((found) => found !== null);

it('names pages and buttons as they are called, in both languages', () => {
  expect(labels.length).toBeGreaterThan(8);
  const [chinese, english] = [wordsOf('zh-CN'), wordsOf('en')];
  const missing = labels.filter(
    ([, ours = '', theirs = '']) => !chinese.includes(`'${ours}'`) || !english.includes(`'${theirs}'`),
  );
  expect(missing.map(([label]) => label)).toEqual([]);
});
