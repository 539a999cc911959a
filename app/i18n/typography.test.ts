import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Locale } from './locale';

type Said = [where: string, words: string];

/** Every text of a language, with where it stands. */
async function textsIn(locale: Locale): Promise<Said[]> {
  const folder = path.resolve('app/i18n', locale);
  const said: Said[] = [];
  const gather = (value: unknown, where: string) => {
    if (typeof value === 'string') said.push([where, value]);
    else if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) gather(inner, `${where} ${key}`);
  };
  for (const file of readdirSync(folder)) gather(await import(path.join(folder, file)), file);
  return said;
}

let chinese: Said[] = [];
let english: Said[] = [];
beforeAll(async () => {
  chinese = await textsIn('zh-CN');
  english = await textsIn('en');
});

/** What stands for something else than prose: examples of tables, links and code of Markdown, addresses of programs. */
const bare = (words: string) =>
  words
    .replace(/(?:^|\n)[^\n，。]*(?:,|\|)[^\n，。]*(?=\n|$)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/rel="next"/g, 'rel')
    .replace('“- ”', '“-”')
    .replace(/(?:^|\n)\s*(?:\d+\.|[-#>]+) /g, '\n');

const breaking = (texts: readonly Said[], rule: RegExp) =>
  texts.filter(([, words]) => rule.test(bare(words))).map(([where, words]) => `${where}: ${words}`);

const han = '\\p{Script=Han}';

it('reads all of both languages', () => {
  expect(Math.min(chinese.length, english.length)).toBeGreaterThan(5000);
});

it.each([
  ['full-width signs beside Chinese', `${han}[,;:?!()]|[,;?!()]${han}|${han}\\.(?![\\w.])`],
  ['“ ” and ‘ ’ for quotes, 《》 for titles', `["「」『』]|(?<!\\w)'|'(?!\\w)`],
  ['…… and ——, two wide each', `\\.\\.\\.|(?<!…)…(?!…)|${han}—(?!—)|(?<!—)—${han}|${han}--|--${han}`],
  ['no space beside a full-width sign', ` [，。：；？！（）、”》]|[，。：；？！（、《] |“ `],
  ['no sign twice', `[，。；：、？！]{2}|。”。`],
  [
    'a space between Chinese and what is written in Latin letters or digits',
    `${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`,
  ],
  [
    'a space around a number',
    `${han}\\{(?:count|number|minutes|most)\\}|\\{(?:count|number|minutes|most)\\}${han}`,
  ],
])('Chinese has %s', (_, rule) => {
  expect(breaking(chinese, new RegExp(rule, 'u'))).toEqual([]);
});

/** Another word for the same, or a common slip of an input method; what we say instead. */
const otherWords: Record<string, string> = {
  '帐[号户]|账户': '账号',
  登陆: '登录',
  其它: '其他',
  阀值: '阈值',
  签定: '签订',
  部份: '部分',
  '分类(?![投垃])|类目': '类别',
  撤消: '撤销',
  '你(?!们)': '您',
};

it('has one word for one thing', () => {
  for (const [other, ours] of Object.entries(otherWords))
    expect(breaking(chinese, new RegExp(other, 'u')), `${other} is ${ours}`).toEqual([]);
});

it.each([
  ['curly quotes', `"|\\w'\\w|(?<![\\w.])'|'(?!\\w)`],
  ['no signs of Chinese', '[，。：；？！（）、《》]'],
  ['… for what is left out', '\\.\\.\\.'],
  ['one space between words', '[a-z,.;:] {2,}[A-Za-z]'],
])('English has %s', (_, rule) => {
  expect(breaking(english, new RegExp(rule, 'u'))).toEqual([]);
});
