import { expect, it } from 'vitest';
import { kindNames as english } from './en/kind-names';
import { home } from './home';
import { locales } from './locale';
import type { Locale } from './locale';
import { maps } from './maps';
import { meetings } from './meetings';
import { moderationLog } from './moderation-log';
import { proposals } from './proposals';
import { sharing } from './sharing';
import { workOrders } from './work-orders';
import { kindNames as chinese } from './zh-CN/kind-names';

type Words = Record<Locale, Readonly<Record<string, unknown>>>;

const names = { 'zh-CN': chinese, en: english } satisfies Words;

const named: [where: string, words: Words, prefix: string, of?: readonly Locale[]][] = [
  ['of what the search finds', home, 'search-kind.'],
  ['on the line of a matter', proposals, 'kind.'],
  ['on cards and posters', sharing, 'kind.'],
  ['on the agenda of a meeting', meetings, 'item-kind.'],
  ['on an order', workOrders, 'kind.'],
  // English makes a plural of it, or a part of a sentence.
  ['on the map', maps, 'kind.', ['zh-CN']],
  ['in the log of decisions', moderationLog, 'thing.', ['zh-CN']],
];

/** An agenda counts them: “一条观点”. */
const otherwise = ['item-kind.statement'];

it.each(named)('a thing %s is called as everywhere', (_where, words, prefix, of = locales) => {
  const differing = of.flatMap((locale) =>
    Object.entries(names[locale]).filter(([kind, name]) => {
      const said = words[locale][`${prefix}${kind}`] ?? name;
      return said !== name && !otherwise.includes(`${prefix}${kind}`);
    }),
  );
  expect(differing).toEqual([]);
});
