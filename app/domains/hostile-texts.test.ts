import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readChoice } from './ballots/casting/read-choice';
import { readPosted } from './bridges/rules/open311/posted-form';
import { difference } from '~/lib/texts/difference';
import { findMentions } from '~/lib/texts/find-mentions';
import { askedPieces, indexedPieces } from '~/lib/texts/searching/search-pieces';
import { titleFeatures } from '~/lib/similar-texts/text-features';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** What people, or programs that wish ill, can repeat until a field is full. */
const atoms = (
  'a|1|汉|汉字，|*|**|_|*a_|_a|a_|*a **b |[|![|[a](|](|`|~~a|<|<a |<!--|&|&#|"|\'|(|\\|!|#|-|=|@|/|//|http://|' +
  'https://a.b/(|.|a.|a@b.|/proposals/|0123456789|e+|:|;|,|，|。|{|}|\u0301\u0316|\u200b|😀|👨‍👩‍👧'
)
  .split('|')
  .concat([
    ' ',
    '\n',
    '\t',
    '\r\n',
    '|',
    '|a|b|\n|-|-|\n',
    '- ',
    '\n- ',
    '1. ',
    '> ',
    '>',
    '> a\nb\n',
    '> - a\nb\n',
  ])
  .concat(['- > a\nb\n', '\n- a\n  ', '\n    ', '```\n', '<div>\n', '</b>', 'x\n=\n', '[a]: b\n']);

const filled = (atom: string, length: number) =>
  Buffer.from(atom.repeat(Math.ceil(length / atom.length))).toString();

/** Milliseconds of the processor, which others on the machine do not lengthen. */
function timed(act: () => unknown): number {
  const begun = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** What was slow is tried again: the runtime may have tidied up meanwhile, or others taken the processor's memory. */
function milliseconds(act: () => unknown): number {
  let least = timed(act);
  for (let again = 0; least > patience && again < 3; again += 1) least = Math.min(least, timed(act));
  return least;
}

/** Far more than linear work takes on a slow machine, far less than the quadratic work that was here. */
const patience = 600;

function slowOnes(length: number, act: (text: string) => unknown): string[] {
  return atoms.flatMap((atom) => {
    const text = filled(atom, length);
    return milliseconds(() => act(text)) > patience ? [JSON.stringify(atom)] : [];
  });
}

describe('whatever a field is filled with', () => {
  it('is rendered without long work, and never fails', { timeout: 120_000 }, () => {
    expect(slowOnes(10_000, renderMarkdown)).toEqual([]);
  });

  it('is cut into pieces for the search without long work', { timeout: 120_000 }, () => {
    expect(slowOnes(20_000, indexedPieces)).toEqual([]);
    expect(slowOnes(20_000, askedPieces)).toEqual([]);
    expect(slowOnes(2000, titleFeatures)).toEqual([]);
  });

  it('is compared with any other text without long work', { timeout: 120_000 }, () => {
    const other = Array.from({ length: 5000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 9000)),
    );
    expect(slowOnes(2000, (text) => difference(text, other.join('')))).toEqual([]);
    const shuffled = other.toReversed().join('');
    expect(milliseconds(() => difference(other.join(''), shuffled))).toBeLessThan(patience);
    const sentences = Array.from({ length: 4000 }, (_, at) => `第${at}句话。`);
    const changed = sentences.map((sentence, at) =>
      at % 2 === 0 ? sentence.replace('话', '新词') : sentence,
    );
    expect(milliseconds(() => difference(sentences.join(''), changed.join('')))).toBeLessThan(patience);
  });

  it('calls people by name without long work', () => {
    const people = Array.from({ length: 500 }, (_, at) => ({ personId: `p${at}`, name: `@@@@@${at}` }));
    expect(slowOnes(4000, (text) => findMentions(text, people, []))).toEqual([]);
    expect(milliseconds(() => findMentions('@'.repeat(4000), people, []))).toBeLessThan(patience);
  });
});

describe('a text that Markdown would take for ever', () => {
  it('is shown as it is written, to its last character', () => {
    const text = `${'*a_'.repeat(5000)}尾`;
    const html = renderMarkdown(text);
    expect(html).toContain('尾');
    expect(renderMarkdown(`${'> - a\nb\n'.repeat(4000)}尾`)).toContain('尾');
    expect(renderMarkdown(`${'>'.repeat(20_000)}尾`)).toContain('尾');
  });

  it('takes nothing from an honest one beside it', () => {
    const html = renderMarkdown(
      `**重点**\n\n- 一\n- 二\n\n> 引用 *文字*\n\n${'[链接](https://example.com)\n\n'.repeat(300)}`,
    );
    expect(html.match(/href="https:\/\/example.com"/g)).toHaveLength(300);
    expect(html).toContain('<blockquote>');
  });
});

describe('the points of a paper', () => {
  it('are read without long work', { timeout: 120_000 }, () => {
    const read = (text: string) => {
      const form = new FormData();
      form.set('points.x', text);
      return readChoice('budget', form);
    };
    expect(slowOnes(100_000, read)).toEqual([]);
  });
});

describe('a thousand times the same field', () => {
  it('is read in proportion to its number', () => {
    const pairs = Array.from({ length: 60_000 }, (): [string, string] => ['attribute[kind]', '1']);
    expect(milliseconds(() => readPosted(pairs))).toBeLessThan(patience);
    const form = new FormData();
    for (let at = 0; at < 60_000; at += 1) form.append('rank.x', '1');
    expect(milliseconds(() => readChoice('ranking', form))).toBeLessThan(patience);
  });
});

const modules = import.meta.glob<Record<string, unknown>>(
  ['./*/schema.ts', './*/*-schema.ts', './*/limits.ts'],
  {
    eager: true,
  },
);
const schemas = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, schema]) =>
    schema instanceof z.ZodType ? [[`${file} ${name}`, schema] as const] : [],
  ),
);

/** Fields of a schema, through what is wrapped around it. */
function fieldsOf(schema: unknown, depth = 0): string[] {
  if (depth > 6 || typeof schema !== 'object' || schema === null) return [];
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  const { def } = schema as { def?: Record<string, unknown> };
  const inner = [
    def?.in,
    def?.out,
    def?.innerType,
    ...(Array.isArray(def?.options) ? (def.options as unknown[]) : []),
  ];
  return [...new Set(inner.flatMap((one) => fieldsOf(one, depth + 1)))];
}

describe('the schemas of forms', () => {
  it('are all found', () => {
    expect(schemas.length).toBeGreaterThan(50);
    expect(schemas.flatMap(([, schema]) => fieldsOf(schema)).length).toBeGreaterThan(150);
  });

  it('answer soon whatever stands in a field', { timeout: 300_000 }, () => {
    // Long enough for what is quadratic to take seconds, short enough for all that is not to take few.
    const length = 20_000;
    const texts = atoms.map((atom) => filled(atom, length));
    const slow: string[] = [];
    for (const [name, schema] of schemas) {
      for (const text of texts) {
        const form = Object.fromEntries(fieldsOf(schema).map((field) => [field, text]));
        const took = milliseconds(() => schema.safeParse(form));
        if (took > patience)
          slow.push(`${name} ${JSON.stringify(text.slice(0, 12))}: ${Math.round(took)} ms`);
      }
    }
    expect(slow).toEqual([]);
  });
});
