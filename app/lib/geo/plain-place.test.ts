import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainPlace } from './plain-place';

it.each([
  ['便河路12号3栋401室', '便河路 12 号 3 栋 401'],
  ['便河路12号3栋401室', '便河路12－3－401'],
  ['便河路12号3栋401室', '便河路十二号三栋四〇一'],
  ['便河路12号3栋401室', '便河路12號3棟401室'],
  ['便河路2号', '便河路二号'],
  ['A座3楼305', 'ａ座三楼 305 室'],
  ['3幢2单元401', '3#2-401'],
  ['一百零三号', '103号'],
  ['二十号', '20'],
  ['解放二路8号', '解放2路 8号。'],
])('%s and %s are one home', (one, other) => {
  expect(plainPlace(one)).toBe(plainPlace(other));
});

it.each([
  ['便河路1-11', '便河路11-1'],
  ['3栋12室', '3栋1单元2室'],
  ['3栋401室东户', '3栋401室西户'],
  ['便河路12号', '便河巷12号'],
])('%s and %s are two', (one, other) => {
  expect(plainPlace(one)).not.toBe(plainPlace(other));
});

it('tells numbers apart and nothing else, whatever stands between them', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 });
  const between = fc.constantFrom('-', '号', '栋', '单元', ' 号 ', '#', '，', '号楼', '—');
  const written = (parts: number[], signs: string[]) =>
    `便河路${parts.map((part, at) => `${part}${signs[at % signs.length] ?? ''}`).join('')}`;
  fc.assert(
    fc.property(
      numbers,
      numbers,
      fc.array(between, { minLength: 1, maxLength: 4 }),
      fc.array(between, { minLength: 1, maxLength: 4 }),
      (one, other, signs, otherSigns) => {
        expect(plainPlace(written(one, signs))).toBe(plainPlace(written(one, otherSigns)));
        const same = one.join() === other.join();
        expect(plainPlace(written(one, signs)) === plainPlace(written(other, signs))).toBe(same);
        expect(plainPlace(plainPlace(written(one, signs)))).toBe(plainPlace(written(one, signs)));
      },
    ),
  );
});
