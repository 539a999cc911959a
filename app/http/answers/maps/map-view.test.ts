import { afterAll, beforeAll, expect, it } from 'vitest';
import { mapAsked, placeIn } from './map-asked';
import { mapView, placePicture } from './map-view.server';
import { contentSecurityPolicy } from '../../guards/security.server';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { ReadContext } from '~/domains/context';
import type { Configuration } from '~/platform/configuration.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
});
afterAll(() => test.dispose());

const portal = (change: Partial<Configuration>): ReadContext => {
  const visitor = test.as('visitor');
  return { ...visitor, configuration: { ...visitor.configuration, ...change } };
};
const url = 'https://tiles.example/{z}/{x}/{y}.png';
/** 北京, by the published points of GCJ-02. */
const place = { areaId: '421002', latitude: 39.911954, longitude: 116.377817 };
const there = { latitude: 39.91334545536069, longitude: 116.38404722455657 };

it('shows the tiles under a place in the system in which they are drawn', async () => {
  const middle = async (ctx: ReadContext, at: typeof place) => (await placePicture(ctx, at, true))?.tiles[4];
  const shifted = await middle(portal({ mapTilesUrl: url, mapTilesCoordinates: 'gcj-02' }), place);
  const plain = await middle(portal({ mapTilesUrl: url }), { ...place, ...there });
  expect(shifted).toEqual(plain);
  expect(shifted).not.toEqual(await middle(portal({ mapTilesUrl: url }), place));
});

it('says whose tiles they are, with the address where that is told', async () => {
  const said = async (mapTilesAttribution: string) =>
    (await mapView(portal({ mapTilesUrl: url, mapTilesAttribution }), {})).tiles;
  expect(await said('© OpenStreetMap https://osm.example/copyright')).toMatchObject({
    words: '© OpenStreetMap',
    link: 'https://osm.example/copyright',
  });
  expect(await said('审图号 GS(2026)1号')).toMatchObject({ words: '审图号 GS(2026)1号', link: '' });
});

it('draws the place itself where there are no tiles, and nothing where there is no place', async () => {
  const picture = await placePicture(portal({}), place, true);
  expect(picture?.tiles).toEqual([]);
  expect(picture?.still?.marks).toEqual([{ x: 200, y: 90, count: 1, kind: 'place' }]);
  expect(
    await placePicture(portal({}), { areaId: '4210', latitude: null, longitude: null }, true),
  ).toBeNull();
});

it('fetches no tiles around what may not leave the house, and leads to no map that would', async () => {
  const tiled = portal({ mapTilesUrl: url, mapTilesAttribution: '© OpenStreetMap' });
  const inside = await placePicture(tiled, place, false);
  expect([inside?.tiles, inside?.source, inside?.onMap]).toEqual([[], null, false]);
  expect(inside?.still?.marks).toHaveLength(1);
  expect(JSON.stringify(inside)).not.toContain('tiles.example');
  expect((await placePicture(tiled, place, true))?.tiles).toHaveLength(9);
  // Where there are no tiles, nothing is told to anybody.
  expect((await placePicture(portal({}), place, false))?.onMap).toBe(true);
});

it('reads a place in the address as people write it', () => {
  const found = { latitude: 30.3137, longitude: 112.2499 };
  for (const text of ['30.3137,112.2499', ' 30.3137， 112.2499', '30.3137 112.2499'])
    expect(placeIn(text)).toEqual(found);
  for (const text of [null, '', '30.3', 'a,b', '95,112', '30,181', '30.3137,112.2499,9', '1e1,2', '１,２'])
    expect(placeIn(text)).toBeUndefined();
  const asked = new URLSearchParams('area=4210&kind=feedback&category=safety&stage=nonsense&near=0,0');
  expect(mapAsked(asked, { kinds: ['feedback'], categories: ['safety'] })).toEqual({
    ...{ areaId: '4210', kind: 'feedback', category: 'safety', stage: undefined },
    near: { latitude: 0, longitude: 0 },
  });
});

it.each([
  ['', `img-src 'self' data: blob:`],
  ['https://tiles.example/{z}/{x}/{y}.png', `img-src 'self' data: blob: https://tiles.example`],
  ['https://{s}.tiles.example:8443/{z}.png', `img-src 'self' data: blob: https://*.tiles.example:8443`],
  ['https://t{s}.tiles.example/{z}.png', `img-src 'self' data: blob: https://*.tiles.example`],
])('lets browsers fetch pictures from the tiles’ host alone: %s', (template, images) => {
  const policy = contentSecurityPolicy('nonce', template, false).split('; ');
  expect(policy).toContain(images);
  expect(policy.filter((part) => part.includes('tiles.example'))).toHaveLength(template === '' ? 0 : 1);
});
