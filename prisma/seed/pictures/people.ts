import { at, box, disc, oval, shape, stroke } from './paint';
import type { Spot } from './paint';

export interface Someone {
  coat?: string;
  hair?: string;
  /** With a stick, a trolley, a broom, a telephone in the hand, or an umbrella above. */
  with?: 'stick' | 'trolley' | 'broom' | 'phone' | 'umbrella' | 'vest';
  scale?: number;
}

const skin = '#f0c8a2';

const held = {
  stick: stroke('M34 -70L44 0', '#6b4a2f', 5),
  trolley:
    stroke('M30 -74L54 -30', '#5b5b5b', 5) +
    box([44, -52, 34, 46], '#b5533c', { rx: 5 }) +
    disc([52, -5, 6], '#333') +
    disc([72, -5, 6], '#333'),
  broom: stroke('M34 -120L58 -14', '#8a6a43', 5) + shape('M50 -26l24 -6l10 30h-30z', '#c9a253'),
  phone: box([28, -104, 12, 22], '#26303a', { rx: 3 }),
  umbrella: shape('M-62 -196q62 -64 124 0z', '#2f6f6d') + stroke('M0 -210V-90', '#4b3a2c', 4),
  vest: shape('M-22 -112h44v46h-44z', '#e9a13b') + stroke('M-22 -90h44', '#fdf3d0', 6),
} as const;

/** Somebody standing, seen from the front, with the feet at the point. */
export function person(
  x: number,
  y: number,
  { coat = '#2f6f6d', hair = '#3a2f28', with: has, scale = 1 }: Someone = {},
): string {
  const legs = stroke('M-10 -58V-4M10 -58V-4', '#3f4654', 15);
  const body =
    shape('M-28 -52q-4 -66 28 -70q32 4 28 70z', coat) + stroke('M-24 -104L-34 -66M24 -104L34 -72', coat, 12);
  const head =
    disc([0, -142, 22], skin) + shape('M-23 -144q0 -28 23 -28t23 28q-10 -14 -24 -12t-22 12z', hair);
  return at(
    [x, y, scale],
    oval([0, 0, 36, 7], '#000', { opacity: 0.14 }) + legs + body + head + (has ? held[has] : ''),
  );
}

export const child = (x: number, y: number, coat = '#d9793f') =>
  person(x, y, { coat, scale: 0.64 }) + at([x, y, 0.64], box([-22, -104, 44, 12], '#c7392b', { rx: 5 }));

/** Somebody of age. */
export const elder = (x: number, y: number, more: Someone = {}) =>
  person(x, y, { hair: '#d9d6cf', coat: '#7a5a6b', with: 'stick', ...more });

/** Somebody at a table or on a bench: only what is above it. */
export function seated(spot: Spot, coat = '#5a6f9a', hair = '#3a2f28'): string {
  return at(
    spot,
    shape('M-32 0q-2 -76 32 -80q34 4 32 80z', coat) +
      disc([0, -102, 23], skin) +
      shape('M-24 -104q0 -30 24 -30t24 30q-10 -14 -25 -12t-23 12z', hair),
  );
}

export function inWheelchair(x: number, y: number): string {
  return at(
    [x, y, 1.1],
    shape('M-26 -58q-2 -60 24 -62q28 4 26 62z', '#5a6f9a') +
      disc([-2, -142, 21], skin) +
      shape('M-24 -144q0 -28 22 -28t22 28q-10 -12 -23 -11t-21 11z', '#d9d6cf') +
      stroke('M-30 -100v52h50l22 40', '#4a4f57', 7) +
      `<g fill="none" stroke="#33383f" stroke-width="7">${disc([-12, -34, 33], 'none')}</g>` +
      disc([40, -8, 8], '#33383f'),
  );
}

export function dog(x: number, y: number, coat = '#b98a55'): string {
  return at(
    [x, y],
    oval([0, -34, 44, 20], coat) +
      stroke('M-28 -24V0M-14 -22V0M18 -22V0M30 -24V0', coat, 9) +
      stroke('M-42 -42q-22 -10 -22 -26', coat, 8) +
      disc([46, -56, 18], coat) +
      shape('M36 -70l-4 -18l18 10zM52 -72l12 -16l2 22z', coat) +
      disc([52, -58, 3], '#33271c') +
      oval([63, -50, 6, 4], '#33271c'),
  );
}
