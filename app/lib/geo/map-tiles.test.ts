import { describe, expect, it } from 'vitest';
import { tilesAround } from './map-tiles';

describe('tilesAround', () => {
  const tiles = tilesAround({
    latitude: 0,
    longitude: 0,
    zoom: 1,
    template: 'https://{s}.example/{z}/{x}/{y}.png',
  });

  it('puts the point in the middle of nine tiles', () => {
    expect(tiles).toHaveLength(9);
    expect(tiles[4]).toMatchObject({ left: 'calc(50% + 0px)', top: 'calc(50% + 0px)' });
    expect(tiles[4]?.url).toBe('https://c.example/1/1/1.png');
  });

  it('finds the published tile of a known place', () => {
    // The tile of Null Island’s antipode and of London’s Greenwich meridian, by the OpenStreetMap wiki’s formula.
    const [, , , , middle] = tilesAround({
      latitude: 51.4769,
      longitude: 0,
      zoom: 10,
      template: '{z}/{x}/{y}',
    });
    expect(middle?.url).toBe('10/512/340');
  });
});
