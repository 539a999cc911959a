/** The three communities of the demo; the names are public, the grids and everything in them invented. */
export const communities = ['421002001001', '421002002001', '421002004001'] as const;
export const district = '421002';

/** The middles of the communities, as in areas.csv. */
const middles = [
  [30.3137, 112.2499],
  [30.3178, 112.257],
  [30.3091, 112.2385],
] as const;
/** The angle by which sunflowers set their seeds: places that follow each other never lie together. */
const turn = Math.PI * (3 - Math.sqrt(5));

/** A place within a community of the demo, another for each number. */
export function spotIn(community: number, index: number): { latitude: number; longitude: number } {
  const [latitude, longitude] = middles[community % middles.length] ?? middles[0];
  const far = Math.sqrt(((index * 7) % 23) / 23 + 0.04);
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    latitude: round(latitude + 0.0016 * far * Math.sin(index * turn)),
    longitude: round(longitude + 0.0021 * far * Math.cos(index * turn)),
  };
}
