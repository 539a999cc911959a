import { expect, it } from 'vitest';
import { canonicalText } from './canonical-text';
import { clausesOf, withClause } from './clauses';
import { fenOf, obligationFields, readObligationRows, yuanOf } from './obligation-rows';

const content = {
  id: '01',
  version: 1,
  title: 'T',
  template: 'subsidy',
  body: 'a\r\nb',
  parties: [
    { position: 1, organisationId: 'b', name: '乙', creditCode: '2' },
    { position: 0, organisationId: 'a', name: '甲', creditCode: '1' },
  ],
  obligations: [],
  endsAt: null,
  continues: null,
  attachments: [],
};

it('has one text whatever the order and the line ends', () => {
  const turned = { ...content, body: 'a\nb', parties: [...content.parties].reverse() };
  expect(canonicalText(turned)).toBe(canonicalText(content));
  expect(canonicalText({ ...content, body: 'a\nc' })).not.toBe(canonicalText(content));
});

const asked = {
  ...{ partyIds: ['a', 'b'], timeZone: 'Asia/Shanghai' },
  ...{ now: new Date('2026-11-25T02:00:00Z'), endsAt: null },
};

it('reads the rows of obligations and writes them back as they were', () => {
  const given = {
    'party.1': 'a',
    'what.1': '每周清扫',
    'due.1': '2026-12-31',
    'party.3': 'b',
    'what.3': '完成验收',
    'amount.3': '１２,０００．５',
    'payer.3': 'a',
    'party.4': 'a',
  };
  const read = readObligationRows(given, asked);
  if (!read.ok) throw new Error('not read');
  expect(read.rows).toEqual([
    {
      organisationId: 'a',
      text: '每周清扫',
      dueAt: new Date('2026-12-31T15:59:59Z'),
      amountFen: null,
      payerId: null,
    },
    { organisationId: 'b', text: '完成验收', dueAt: null, amountFen: 1_200_050n, payerId: 'a' },
  ]);
  const fields = obligationFields(read.rows, asked.timeZone) as Record<string, string>;
  expect(readObligationRows(fields, asked)).toEqual(read);
});

it.each([
  '2027-02-30',
  '2027-02-31',
  '2027-02-29',
  '2100-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-1-5',
  '明天',
])('refuses the row with %s, which is no day', (day) => {
  const rows = { 'party.2': 'a', 'what.2': '每周清扫', 'due.2': day };
  expect(readObligationRows(rows, asked)).toMatchObject({ ok: false, fault: { field: 'due.2' } });
});

it('refuses an amount of nothing: it would be paid and confirmed for nothing', () => {
  const rows = { 'party.1': 'a', 'what.1': '每周清扫', 'amount.1': '0.00', 'payer.1': 'b' };
  expect(readObligationRows(rows, asked)).toMatchObject({ ok: false, fault: { field: 'amount.1' } });
});

it.each<[string, bigint | null]>([
  ['5000', 500_000n],
  ['5,000.50', 500_050n],
  ['￥0.5', 50n],
  ['5000元', 500_000n],
  ['-1', null],
  ['1e5', null],
  ['1.234', null],
  ['五千', null],
  ['99999999999', null],
])('reads %s yuan', (text, fen) => {
  expect(fenOf(text)).toBe(fen);
  if (fen !== null) expect(fenOf(yuanOf(fen))).toBe(fen);
});

it('ends days by the clock of the portal’s zone', () => {
  for (const [timeZone, end] of [
    ['Asia/Shanghai', '2026-12-31T15:59:59Z'],
    ['Asia/Urumqi', '2026-12-31T17:59:59Z'],
    ['Pacific/Auckland', '2026-12-31T10:59:59Z'],
  ] as const) {
    const read = readObligationRows(
      { 'party.1': 'a', 'what.1': '清扫', 'due.1': '2026-12-31' },
      { ...asked, timeZone },
    );
    expect(read.ok && read.rows[0]?.dueAt).toEqual(new Date(end));
  }
});

it('numbers clauses by headings, or by paragraphs where there are none, and puts others in their place', () => {
  expect(clausesOf('甲乙\n\n丙丁').map(({ number, body }) => [number, body])).toEqual([
    [1, '甲乙'],
    [2, '丙丁'],
  ]);
  const body = '前言\n\n## 目的\n\n一\n\n二\n\n```\n# 不是标题\n```\n\n## 期限\n\n一年';
  expect(clausesOf(body).map(({ number, title }) => [number, title])).toEqual([
    [1, null],
    [2, '目的'],
    [3, '期限'],
  ]);
  expect(clausesOf(withClause(body, 3, '## 期限\n\n两年'))[2]?.body).toBe('两年');
  expect(clausesOf(withClause(body, 2, '')).map(({ title }) => title)).toEqual([null, '期限']);
});

it('reads headings in time that grows with the line alone, and takes the marks that close them', () => {
  expect(clausesOf('## 目的 ##  \n\n一\n\n# ##\n\n#甲').map(({ title }) => title)).toEqual(['目的', '##']);
  const before = performance.now();
  for (const line of [`# a${' '.repeat(29_000)}b`, `# ${'# '.repeat(14_000)}b`, `#${' '.repeat(29_000)}`])
    clausesOf(`${line}\n\n${line.slice(0, 100)}`);
  expect(performance.now() - before).toBeLessThan(500);
});

it('writes each form as the portals wrote it that froze in it', () => {
  const parties =
    '"parties":[{"organisationId":"a","name":"甲","creditCode":"1"},{"organisationId":"b","name":"乙","creditCode":"2"}]';
  const begins = '"id":"01","version":1,"title":"T"';
  const terms = '"body":"a\\nb","endsAt":null,"continues":null';
  const rest = `${parties},"obligations":[],"attachments":[]}`;
  expect(canonicalText(content, 1)).toBe(
    `{"form":"gongzhi-agreement-1",${begins},"body":"a\\nb",${parties},"obligations":[]}`,
  );
  expect(canonicalText(content, 2)).toBe(`{"form":"gongzhi-agreement-2",${begins},${terms},${rest}`);
  expect(canonicalText(content)).toBe(
    `{"form":"gongzhi-agreement-3",${begins},"kind":"subsidy",${terms},${rest}`,
  );
});
