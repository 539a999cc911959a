import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastScore, nearDuplicates, nearness } from './near-duplicates';
import type { ComparedOrder } from './near-duplicates';

const order = (id: string, change: Partial<ComparedOrder> = {}): ComparedOrder => ({
  id,
  areaId: '421002001001',
  category: 'facilities',
  title: '东门路灯坏了',
  description: '晚上很黑，老人走路不安全。',
  latitude: null,
  longitude: null,
  createdAt: new Date('2026-11-20T00:00:00Z'),
  ...change,
});

it('finds the same matter in other words, and not another matter of the same place and day', () => {
  const same = order('b', { title: '东门的路灯坏了两盏', description: '晚上黑，请修。' });
  const different = order('c', { title: '垃圾没有人收', description: '已经三天了。' });
  expect(nearDuplicates(order('a'), [different, same]).map((found) => found.order.id)).toEqual(['b']);
});

it('does not take equal words of another part of town a year ago for the same', () => {
  const old = order('b', { areaId: '421003001001', createdAt: new Date('2025-11-20T00:00:00Z') });
  expect(nearness(order('a'), old, 1)).toMatchObject({ place: 0, time: 0, text: 1 });
  const short = order('c', { ...old, id: 'c', title: '东门路灯', description: '' });
  expect(nearDuplicates(order('a'), [short])).toEqual([]);
});

it('takes the same words in traditional characters, other width and case for the same words', () => {
  const one = order('a', { title: 'LED 路灯坏了', description: '' });
  const other = order('b', { title: 'ｌｅｄ路燈壞了', description: '' });
  expect(nearDuplicates(one, [other])).toMatchObject([{ nearness: { text: 1 } }]);
});

it('measures places by metres where both have a point', () => {
  const at = { latitude: 30.3, longitude: 112.25 };
  expect(nearness(order('a', at), order('b', { ...at, areaId: '421002001002' }), 1).place).toBe(1);
  expect(nearness(order('a', at), order('b', { ...at, latitude: 30.31 }), 1).place).toBe(0);
});

const anyOrder = fc.record({
  id: fc.uuid(),
  areaId: fc.constantFrom('421002', '421002001001', '421003'),
  category: fc.constant('other'),
  title: fc.string({ unit: fc.constantFrom(...'路灯坏了积水东门'), maxLength: 12 }),
  description: fc.string({ maxLength: 20 }),
  latitude: fc.option(fc.double({ min: 30, max: 30.01, noNaN: true })),
  longitude: fc.option(fc.double({ min: 112, max: 112.01, noNaN: true })),
  createdAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-01'), noInvalidDate: true }),
});

it('is between 0 and 1 and the same both ways; what is found is sorted and near enough', () => {
  fc.assert(
    fc.property(anyOrder, fc.array(anyOrder, { maxLength: 12 }), (one, others) => {
      for (const other of others) {
        const near = nearness(one, other, 0.5);
        for (const part of Object.values(near)) expect(part >= 0 && part <= 1 + 1e-9).toBe(true);
        expect(nearness(other, one, 0.5).score).toBeCloseTo(near.score, 4);
      }
      const found = nearDuplicates(one, others);
      expect(found.every((row) => row.nearness.score >= leastScore && row.order.id !== one.id)).toBe(true);
      const scores = found.map((row) => row.nearness.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(nearDuplicates(one, [...others].reverse()).map((row) => row.nearness.score)).toEqual(scores);
    }),
  );
});
