import { picture } from './paint';
import type { Light } from './paint';
import { blocks, lawn, river, road, room, shops } from './places';

export interface Scene {
  /** What it shows, as whoever took it would say. */
  shows: string;
  draw: () => string;
}

const streetAt =
  (seed: number) =>
  (light: Light, ...things: string[]) =>
    picture(light, blocks(light, 420, seed), road(light, 420), ...things);
/** Three streets: what was there before and what is there now lies in the same one. */
export const [street, oldStreet, sideStreet] = [streetAt(3), streetAt(7), streetAt(13)];

export const shopStreet = (light: Light, ...things: string[]) =>
  picture(light, blocks(light, 330, 4), shops(light, 430), road(light, 430, false), ...things);

export const yard = (light: Light, seed: number, ...things: string[]) =>
  picture(light, blocks(light, 440, seed), lawn(light, 440), ...things);

export const riverside = (light: Light, ...things: string[]) => picture(light, river(light), ...things);

export const inside = (...things: string[]) => picture('day', room(), ...things);
