import coordtransform from 'coordtransform';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coordinateSystems } from './coordinate-systems';
import { metresBetween } from './distance';
import { fromWgs84, toWgs84 } from './tile-systems';

const inChina = fc.record({
  latitude: fc.double({ min: 18, max: 53, noNaN: true }),
  longitude: fc.double({ min: 74, max: 134, noNaN: true }),
});
const anywhere = fc.record({
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** The points by which the published implementations in ten languages are tested (eviltransform). */
it.each([
  ['上海', [31.1774276, 121.5272106], [31.17530398364597, 121.531541859215]],
  ['深圳', [22.543847, 113.912316], [22.540796131694766, 113.9171764808363]],
  ['北京', [39.911954, 116.377817], [39.91334545536069, 116.38404722455657]],
] as const)('puts %s where GCJ-02 has it', (_name, [latitude, longitude], [up, right]) => {
  const there = fromWgs84({ latitude, longitude }, 'gcj-02');
  expect(there.latitude).toBeCloseTo(up, 9);
  expect(there.longitude).toBeCloseTo(right, 9);
});

it('shifts Jingzhou by more than half a kilometre, and Tokyo not at all', () => {
  const jingzhou = { latitude: 30.3159, longitude: 112.2573 };
  expect(metresBetween(jingzhou, fromWgs84(jingzhou, 'gcj-02'))).toBeGreaterThan(500);
  const tokyo = { latitude: 35.68, longitude: 139.76 };
  expect(fromWgs84(tokyo, 'gcj-02')).toEqual(tokyo);
});

it('agrees with a second implementation', () => {
  fc.assert(
    fc.property(inChina, (place) => {
      const [x, y] = coordtransform.wgs84togcj02(place.longitude, place.latitude);
      const [u, v] = coordtransform.gcj02tobd09(x, y);
      expect(metresBetween(fromWgs84(place, 'gcj-02'), { latitude: y, longitude: x })).toBeLessThan(1e-3);
      expect(metresBetween(fromWgs84(place, 'bd-09'), { latitude: v, longitude: u })).toBeLessThan(1e-3);
    }),
  );
});

it.each(coordinateSystems)(
  'comes back from %s within a millimetre, and changes nothing of what it is given',
  (system) => {
    fc.assert(
      fc.property(inChina, (place) => {
        const given = { ...place };
        expect(metresBetween(place, toWgs84(fromWgs84(place, system), system))).toBeLessThan(1e-3);
        expect(place).toEqual(given);
      }),
    );
  },
);

it('ends anywhere on earth, the edge of the shifted frame included', () => {
  for (const edge of [72.004, 137.8347])
    for (let step = -100; step <= 100; step += 1) {
      const longitude = edge + step / 10_000;
      const back = toWgs84({ latitude: 40, longitude }, 'gcj-02');
      expect(Math.abs(back.longitude - longitude)).toBeLessThan(0.05);
    }
  fc.assert(
    fc.property(anywhere, fc.constantFrom(...coordinateSystems), (place, system) => {
      const back = toWgs84(place, system);
      expect(Number.isFinite(back.latitude) && Number.isFinite(back.longitude)).toBe(true);
    }),
  );
});
