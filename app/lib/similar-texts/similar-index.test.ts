import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimilarIndex, type SimilarItem } from './similar-index';
import { titleFeatures } from './text-features';

const items: SimilarItem[] = [
  { id: 'lamp', title: '在小区东门增设路灯' },
  { id: 'lift', title: '为老旧小区加装电梯' },
  { id: 'park', title: '在滨江公园增加健身器材' },
  {
    id: 'bus',
    title: 'Extend bus line 12 to the hospital',
    text: 'Old people walk a kilometre to the clinic.',
  },
  { id: 'tree', title: 'Plant shade trees along Riverside Road' },
];

function indexOf(list: SimilarItem[]): SimilarIndex {
  const index = new SimilarIndex();
  for (const item of list) index.add(item);
  return index;
}

const idsNear = (index: SimilarIndex, query: string, least = 0.3) =>
  index.nearest(query, { least }).map(({ id }) => id);

describe('similar texts', () => {
  it('are found in Chinese and English, whatever width, case, accents and punctuation', () => {
    const index = indexOf(items);
    expect(idsNear(index, '建议在小区的东门，增设几盏路灯！')[0]).toBe('lamp');
    expect(idsNear(index, '老小区装电梯')[0]).toBe('lift');
    expect(idsNear(index, 'ＰＬＡＮＴ  shade-tree, along “riverside road”')[0]).toBe('tree');
    expect(index.nearest('EXTEND búś line 12 to the hospital')).toEqual([{ id: 'bus', score: 1 }]);
    expect(idsNear(index, '垃圾分类')).toEqual([]);
    expect(idsNear(index, '!?')).toEqual([]);
  });

  it('are found by their longer text too, for less', () => {
    const index = indexOf(items);
    const [hit] = index.nearest('clinic for old people', { least: 0.2 });
    expect(hit?.id).toBe('bus');
    expect(hit?.score).toBeLessThan(0.6);
  });

  it('leave out what is to be skipped, and what was removed or replaced', () => {
    const index = indexOf(items);
    expect(index.nearest('在小区东门增设路灯', { skip: (id) => id === 'lamp', least: 0.6 })).toEqual([]);
    index.add({ id: 'lamp', title: '清理楼道杂物' });
    expect(index.nearest('在小区东门增设路灯', { least: 0.6 })).toEqual([]);
    index.remove('lamp');
    index.remove('never there');
    expect(index.nearest('清理楼道杂物')).toEqual([]);
    expect(index.size).toBe(items.length - 1);
  });

  it('splits mixed scripts', () => {
    expect(titleFeatures('３号楼 A座')).toEqual(['3', '#^3$', '号', '楼', 'a', '#^a$', '座']);
  });

  const title = fc.oneof(
    fc
      .array(fc.constantFrom(...'路灯电梯小区增设加装公园的在'), { maxLength: 8 })
      .map((list) => list.join('')),
    fc
      .array(fc.constantFrom('lamp', 'lamps', 'lift', 'the', 'park', 'in'), { maxLength: 5 })
      .map((list) => list.join(' ')),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );
  const collection = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), title }), {
    selector: ({ id }) => id,
    maxLength: 12,
  });

  it('are those that comparing with each item finds, in any order of adding and after removing', () => {
    fc.assert(
      fc.property(
        collection,
        collection,
        title,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (list, passing, query, least) => {
          const index = new SimilarIndex();
          for (const item of passing) index.add(item);
          for (const item of list.toReversed()) index.add(item);
          for (const { id } of passing) if (!list.some((one) => one.id === id)) index.remove(id);
          const fresh = indexOf(list);
          const slow = list
            .map((item) => ({ id: item.id, score: fresh.similarity(query, item.title) }))
            .filter(({ score }) => score >= least + 1e-9);
          const found = index.nearest(query, { limit: 20, least });
          expect(found.length).toBeGreaterThanOrEqual(slow.length);
          for (const { id, score } of slow)
            expect(found.find((hit) => hit.id === id)?.score).toBeCloseTo(score, 9);
          expect(index.nearest(query, { limit: 3, least })).toEqual(found.slice(0, 3));
        },
      ),
    );
  });

  it('are 1 with themselves, the same both ways, and never above 1', () => {
    fc.assert(
      fc.property(collection, title, title, (list, one, other) => {
        const index = indexOf([...list, { id: 'zzzz', title: one }]);
        const score = index.similarity(one, other);
        expect(score).toBeCloseTo(index.similarity(other, one), 12);
        expect(score).toBeLessThanOrEqual(1 + 1e-12);
        if (titleFeatures(one).length > 0)
          expect(index.nearest(one, { limit: 99 }).some(({ id }) => id === 'zzzz')).toBe(true);
      }),
    );
  });
});
