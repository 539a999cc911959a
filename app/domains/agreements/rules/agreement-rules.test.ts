import { expect, it } from 'vitest';
import { canonicalText } from './canonical-text';
import { readObligations } from './read-obligations';

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
  expect(readObligations('甲 | 每周清扫 | 2026-12-31\n\n甲｜提供场地', parties)).toEqual({
    ok: true,
    obligations: [
      { organisationId: 'a', text: '每周清扫', dueAt: new Date('2026-12-31T15:59:59Z') },
      { organisationId: 'a', text: '提供场地', dueAt: null },
    ],
  });
  expect(readObligations('甲 | 清扫\n丙 | 清扫', parties)).toEqual({ ok: false, line: 2 });
  expect(readObligations('甲 | 清扫 | 明天', parties)).toEqual({ ok: false, line: 1 });
});
