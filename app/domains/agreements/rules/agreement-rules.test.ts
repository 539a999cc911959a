import { expect, it } from 'vitest';
import { canonicalText } from './canonical-text';
import { readObligations, writeObligations } from './read-obligations';

const content = {
  id: '01',
  version: 1,
  title: 'T',
  body: 'a\r\nb',
  parties: [
    { position: 1, organisationId: 'b', name: '乙', creditCode: '2' },
    { position: 0, organisationId: 'a', name: '甲', creditCode: '1' },
  ],
  obligations: [],
};

it('has one text whatever the order and the line ends', () => {
  const turned = { ...content, body: 'a\nb', parties: [...content.parties].reverse() };
  expect(canonicalText(turned)).toBe(canonicalText(content));
  expect(canonicalText({ ...content, body: 'a\nc' })).not.toBe(canonicalText(content));
});

it('reads obligations, and names the line that it cannot read', () => {
  const parties = [{ id: 'a', name: '甲' }];
  expect(readObligations('甲 | 每周清扫 | 2026-12-31\n\n甲｜提供场地', parties, 'Asia/Shanghai')).toEqual({
    ok: true,
    obligations: [
      { organisationId: 'a', text: '每周清扫', dueAt: new Date('2026-12-31T15:59:59Z') },
      { organisationId: 'a', text: '提供场地', dueAt: null },
    ],
  });
  expect(readObligations('甲 | 清扫\n丙 | 清扫', parties, 'Asia/Shanghai')).toEqual({ ok: false, line: 2 });
  // What stands behind a further bar was left out of what is signed.
  for (const line of [
    '甲 | 供货 | 2026-12-31 | 每月 5000 元',
    '甲 | 供货 | | 2027-01-01',
    '甲｜供货｜｜｜五千元',
  ])
    expect(readObligations(`甲 | 清扫\n${line}`, parties, 'Asia/Shanghai')).toEqual({ ok: false, line: 2 });
  expect(readObligations('甲 | 清扫 | 2026-12-31 | ', parties, 'Asia/Shanghai')).toMatchObject({ ok: true });
  expect(readObligations('甲 | 清扫 | 明天', parties, 'Asia/Shanghai')).toEqual({ ok: false, line: 1 });
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
])('refuses the line with %s, which is no day', (day) => {
  const parties = [{ id: 'a', name: '甲' }];
  const lines = `甲 | 提供场地 | 2028-02-29\n甲 | 每周清扫 | ${day}`;
  expect(readObligations(lines, parties, 'Asia/Shanghai')).toEqual({ ok: false, line: 2 });
});

it('ends days by the clock of the portal’s zone, and writes them back as they were', () => {
  const parties = [{ id: 'a', name: '甲' }];
  for (const [zone, end] of [
    ['Asia/Shanghai', '2026-12-31T15:59:59Z'],
    ['Asia/Urumqi', '2026-12-31T17:59:59Z'],
    ['Pacific/Auckland', '2026-12-31T10:59:59Z'],
  ] as const) {
    const read = readObligations('甲 | 每周清扫 | 2026-12-31', parties, zone);
    if (!read.ok) throw new Error('not read');
    expect(read.obligations[0]?.dueAt).toEqual(new Date(end));
    expect(writeObligations(read.obligations, { a: { name: '甲' } }, zone)).toBe(
      '甲 | 每周清扫 | 2026-12-31',
    );
  }
});
