import { expect, it } from 'vitest';
import { edgeAsked, edgesOf, widthAt } from './picture-sizes';

it.each([
  [{ width: 1600, height: 1200 }, [320, 800]],
  [{ width: 600, height: 800 }, [320]],
  [{ width: 320, height: 200 }, []],
  [{ width: 1, height: 1600 }, [320, 800]],
])('a picture of %o has the sizes below its own: %o', (picture, edges) => {
  expect(edgesOf(picture)).toEqual(edges);
});

it('scales by the longest edge, and leaves at least one pixel', () => {
  expect(widthAt({ width: 1600, height: 1200 }, 320)).toBe(320);
  expect(widthAt({ width: 1200, height: 1600 }, 320)).toBe(240);
  expect(widthAt({ width: 1, height: 1600 }, 320)).toBe(1);
});

it('reads no size that there is not', () => {
  expect(['320', '800', '1600', '0320', '-1', '', null].map(edgeAsked)).toEqual([
    ...[320, 800, null, null, null, null, null],
  ]);
});
