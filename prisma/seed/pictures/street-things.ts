import { at, box, disc, many, oval, shape, stroke } from './paint';
import type { Spot } from './paint';

export function tree(spot: Spot, leaf = '#5f8f5a'): string {
  return at(
    spot,
    stroke('M0 0V-120M0 -70l-28 -34M0 -84l26 -30', '#7a5a3c', 15) +
      disc([0, -176, 62], leaf) +
      disc([-50, -142, 44], leaf) +
      disc([50, -144, 46], leaf) +
      disc([-14, -190, 30], '#fff', { opacity: 0.1 }),
  );
}

/** A lamp on its pole; where it shines it lights what is below. */
export function lamp(x: number, y: number, state: 'lit' | 'dark' | 'broken' = 'lit'): string {
  const head = shape('M40 -336h64l14 26H30z', '#4d545c');
  const shine =
    state === 'lit' ? disc([74, -300, 190], 'url(#glow)') + oval([74, -302, 34, 9], '#fff3c9') : '';
  const fault = state === 'broken' ? stroke('M62 -304l10 20l10 -8l8 22', '#d9d2c4', 4) : '';
  return at(
    [x, y],
    stroke('M0 0V-300q0 -34 46 -32', '#5b626a', 11) +
      box([-15, -14, 30, 14], '#5b626a') +
      shine +
      head +
      fault,
  );
}

export function bench(x: number, y: number, broken = false): string {
  const slats = broken
    ? stroke('M-70 -46h52M6 -34l64 -16M-70 -84h140', '#a97a4e', 11)
    : stroke('M-70 -46H70M-70 -66H70M-70 -86H70', '#a97a4e', 11);
  return at([x, y], stroke('M-54 0v-90M54 0v-90', '#5b5f63', 9) + slats);
}

export function car(spot: Spot, colour: string): string {
  return at(
    spot,
    shape('M-120 -34q4 -30 40 -32l34 -40h86l38 42q40 2 42 30v14h-240z', colour) +
      shape('M-36 -68l24 -30h34v30zM30 -98h36l26 30H30z', '#cfe3ea') +
      disc([-70, -16, 23], '#2c2f33') +
      disc([72, -16, 23], '#2c2f33') +
      disc([-70, -16, 9], '#aeb3b5') +
      disc([72, -16, 9], '#aeb3b5') +
      oval([114, -40, 8, 6], '#fff1bf'),
  );
}

export function scooter(x: number, y: number, colour = '#b5533c'): string {
  return at(
    [x, y],
    shape('M-58 -50h58l14 26h30l8 -50h14l-6 62h-112z', colour) +
      box([-60, -64, 56, 15], '#2f2b28', { rx: 6 }) +
      stroke('M56 -80l-8 -30h-18', '#3a3d40', 6) +
      disc([-44, -14, 19], '#2c2f33') +
      disc([58, -14, 19], '#2c2f33'),
  );
}

/** What heaps are made of. */
const heaps = {
  rubble: () =>
    many(14, (index) =>
      at(
        [((index * 47) % 190) - 95, -((index * 23) % 70)],
        shape(`M-22 0l10 -26l26 4l12 20l-20 8z`, ['#b98d72', '#c9b8a4', '#9e8f82'][index % 3] ?? '#aaa'),
      ),
    ),
  bags: () =>
    many(9, (index) =>
      at(
        [((index * 61) % 180) - 90, -((index * 29) % 66)],
        shape(
          'M-34 0q-8 -40 24 -48l-4 -12h26l-4 12q34 10 26 48z',
          ['#3f4a50', '#7b8a6a', '#9f9a8c'][index % 3] ?? '#555',
        ),
      ),
    ),
  weeds: () =>
    many(18, (index) =>
      stroke(
        `M${((index * 41) % 240) - 120} 0q${index % 2 ? 12 : -12} -40 ${index % 2 ? 24 : -20} -${60 + ((index * 17) % 50)}`,
        index % 3 ? '#6f8f4f' : '#97a35a',
        6,
      ),
    ),
  clothes: () =>
    many(12, (index) =>
      at(
        [((index * 53) % 200) - 100, -((index * 19) % 40)],
        shape('M-26 0l4 -24l44 -4l8 26z', ['#b5533c', '#5a6f9a', '#c98a2b', '#7a5a6b'][index % 4] ?? '#777'),
      ),
    ),
};

/** A heap of rubble, of bags of rubbish, of old clothes, or a patch of weeds. */
export const heap = (spot: Spot, kind: keyof typeof heaps = 'bags') => at(spot, heaps[kind]());

export function bin(spot: Spot, colour: string, open = false): string {
  const lid = open
    ? shape('M-44 -104l76 -44l10 14l-72 40z', colour)
    : box([-46, -116, 92, 16], colour, { rx: 6 });
  return at(
    spot,
    shape('M-40 -100h80l-10 100h-60z', colour) + lid + disc([0, -50, 15], '#fff', { opacity: 0.7 }),
  );
}

/** A stall under a canopy; a smoking one has a grill. */
export function stall(
  x: number,
  y: number,
  more: { smoke?: boolean; colour?: string; goods?: string[] } = {},
): string {
  const { smoke = false, colour = '#c7523a', goods = ['#e2a33c', '#8fae57', '#c7523a', '#e8d9b5'] } = more;
  const cloud = many(6, (index) =>
    disc([-30 + index * 22 + (index % 2) * 14, -150 - index * 34, 26 + index * 7], '#8f8c88', {
      opacity: 0.34,
    }),
  );
  const wares = many(12, (index) =>
    disc([-92 + index * 17, -92 - (index % 2) * 9, 11], goods[index % goods.length] ?? '#ccc'),
  );
  return at(
    [x, y],
    stroke('M-118 0V-190M118 0V-190', '#6b5b4a', 8) +
      box([-126, -84, 252, 62], '#a97a4e') +
      (smoke ? box([-80, -104, 160, 22], '#3b3b3b') + cloud : wares) +
      shape('M-146 -184l26 -54h240l26 54z', colour) +
      many(6, (index) => shape(`M${-146 + index * 50} -184h25l-6 -54h-16z`, '#fff3dc', { opacity: 0.55 })),
  );
}

export const puddle = (x: number, y: number, scale = 1) =>
  at(
    [x, y, scale],
    oval([0, 0, 150, 26], '#6d93a3', { opacity: 0.85 }) + oval([-30, -4, 70, 9], '#d5e7ec', { opacity: 0.8 }),
  );

export const hole = (x: number, y: number, scale = 1) =>
  at(
    [x, y, scale],
    shape('M-100 0q20 -30 80 -26t110 16q20 22 -50 34t-140 -24z', '#3d3a38') +
      shape('M-70 2q30 -18 80 -12t66 12q-60 20 -146 0z', '#5c6a70'),
  );

export const cone = (x: number, y: number) =>
  at(
    [x, y],
    shape('M-22 0L-6 -64H6L22 0z', '#e2702c') +
      shape('M-15 -26h30l-4 -16h-22z', '#fff4e0') +
      box([-30, -6, 60, 8], '#b9531c'),
  );

/** A mended patch, its seam still visible. */
export const patch = (x: number, y: number, scale = 1) =>
  at(
    [x, y, scale],
    shape('M-120 0l20 -32h220l16 34l-24 22h-214z', '#57565a') +
      stroke('M-120 0l20 -32h220l16 34l-24 22h-214z', '#77757a', 4),
  );

/** The cover of a manhole, in its frame or aslant. */
export const manhole = (x: number, y: number, loose: boolean) =>
  at(
    [x, y],
    oval([0, 0, 92, 30], '#2c2b2b') +
      (loose
        ? at([26, -16], shape('M-86 4q40 -40 170 -22l6 14q-60 44 -170 18z', '#6b6d70'))
        : oval([0, -2, 86, 27], '#6b6d70') +
          many(5, (index) => stroke(`M${-52 + index * 26} -14v24`, '#55575a', 5))),
  );

export function shelter(x: number, y: number, roof: boolean): string {
  const sign =
    stroke('M150 0V-250', '#5b626a', 9) +
    disc([150, -262, 34], '#2f6f6d') +
    box([132, -276, 36, 26], '#fff6e2', { rx: 5 });
  const house =
    stroke('M-120 0V-220M90 0V-220', '#5b626a', 10) +
    box([-150, -236, 270, 22], '#a4543f', { rx: 6 }) +
    box([-110, -206, 190, 130], '#d5e7ec', { opacity: 0.6 });
  return at([x, y], (roof ? house : '') + sign);
}
