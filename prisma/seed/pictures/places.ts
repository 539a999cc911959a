import { at, box, disc, height, lights, many, oval, shape, stroke, width } from './paint';
import type { Light, Spot } from './paint';

const walls = ['#e6d3b8', '#d9c1a8', '#cfd3cb', '#e3c5b0', '#d6cdbd', '#c7cfd4'];
const nightWalls = ['#3a3d52', '#33374d', '#3f3f52', '#373b50', '#3c3a4c', '#30374a'];

/** One window of a dwelling; some have a barred balcony or a box of air conditioning below. */
function dwelling([x, y]: Spot, kind: number, light: Light): string {
  const isLit = light === 'night' || light === 'dusk' ? kind % 3 === 0 : false;
  const glass = isLit ? '#f8d98b' : light === 'night' ? '#1f263c' : '#7f9aa5';
  const extra =
    kind % 4 === 1
      ? box([x + 34, y + 26, 20, 15], light === 'night' ? '#4a4f63' : '#f0ece2')
      : kind % 4 === 2
        ? stroke(
            `M${x - 3} ${y + 38}h38M${x + 2} ${y + 24}v14M${x + 12} ${y + 24}v14M${x + 22} ${y + 24}v14M${x + 31} ${y + 24}v14`,
            '#7d8487',
            2,
          )
        : '';
  return box([x, y, 30, 36], glass) + box([x, y + 17, 30, 2.5], '#f4eee2', { opacity: 0.6 }) + extra;
}

/** Blocks of flats along the whole width, standing on a line; other numbers other blocks. */
export function blocks(light: Light, base: number, seed = 0): string {
  const colours = light === 'night' ? nightWalls : walls;
  let drawn = '';
  for (let x = -40 - (seed % 3) * 40, index = seed; x < width; index += 1) {
    const [wide, floors] = [150 + ((index * 53) % 3) * 58, 3 + ((index * 7 + seed) % 4)];
    const top = base - floors * 66 - 24;
    drawn += box([x, top, wide, base - top], colours[index % colours.length] ?? '#ddd');
    drawn += box([x - 4, top - 8, wide + 8, 12], light === 'night' ? '#22273a' : '#a4543f');
    for (let floor = 0; floor < floors; floor += 1)
      for (let column = 0; column * 58 + 44 < wide; column += 1)
        drawn += dwelling(
          [x + 18 + column * 58, top + 22 + floor * 66],
          index * 5 + floor * 3 + column * 2,
          light,
        );
    x += wide + 10;
  }
  return drawn;
}

const awnings = ['#b5533c', '#2f6f6d', '#c98a2b', '#5a6f9a', '#8a4a5f'];

/** Shops with awnings along the width; their signs carry no words. */
export function shops(light: Light, base: number): string {
  const isDark = light === 'night';
  return many(5, (index) => {
    const [x, colour] = [index * 196 - 10, awnings[index % awnings.length] ?? '#555'];
    const stripes = many(6, (at) => box([x + 8 + at * 30, base - 148, 15, 30], '#fff8ea', { opacity: 0.75 }));
    return (
      box([x, base - 240, 190, 240], isDark ? '#34384c' : '#e2d4bf') +
      box([x + 8, base - 214, 174, 50], colour) +
      many(3, (at) => box([x + 40 + at * 40, base - 198, 26, 18], '#fff3d6', { rx: 4 })) +
      box([x + 14, base - 118, 162, 118], isDark ? '#f3cf85' : '#8da3a6') +
      box([x + 8, base - 148, 174, 30], colour) +
      stripes +
      stroke(`M${x + 95} ${base - 118}V${base}`, isDark ? '#5b5140' : '#efe6d6', 5)
    );
  });
}

/** Pavement and road across the picture, from the line where houses end. */
export function road(light: Light, top: number, markings = true): string {
  const { street, kerb } = lights[light];
  const slabs = many(17, (index) => stroke(`M${index * 60} ${top}l-16 64`, street, 1.5));
  return (
    box([0, top, width, 64], kerb) +
    slabs +
    box([0, top + 64, width, 10], light === 'night' ? '#5a5f70' : '#c3bbad') +
    box([0, top + 74, width, height - top - 74], street) +
    (markings
      ? many(6, (index) =>
          box([index * 180 + 20, (top + 74 + height) / 2, 96, 9], '#f3ead4', { opacity: 0.8 }),
        )
      : '')
  );
}

export function zebra(x: number, top: number): string {
  return many(7, (index) =>
    shape(`M${x + index * 44} ${top}h24l${-30} ${height - top}h-30z`, '#f6efdf', { opacity: 0.9 }),
  );
}

/** The river with the other bank, and a walk of stone before it. */
export function river(light: Light): string {
  const { far, kerb } = lights[light];
  const waves = many(22, (index) => {
    const [x, y] = [(index * 149) % width, 380 + ((index * 67) % 130)];
    return stroke(`M${x} ${y}q18 -8 36 0t36 0`, light === 'night' ? '#4a5a7c' : '#d6ebee', 3);
  });
  return (
    shape(`M0 352q120 -46 260 -22t280 -20t240 12t180 -14V370H0z`, far) +
    box([0, 362, width, 190], 'url(#water)') +
    waves +
    box([0, 540, width, 180], kerb) +
    many(13, (index) =>
      stroke(`M${index * 84} 552L${index * 108 - 160} 720`, light === 'night' ? '#3a3f50' : '#c1b8a6', 2),
    ) +
    box([0, 540, width, 10], light === 'night' ? '#5a5f70' : '#b9ad98')
  );
}

/** Railing along the river; broken ones lean and have gaps. */
export function railing(broken = false, top = 470): string {
  const posts = many(12, (index) => {
    const lean = broken && index % 4 === 2 ? 22 : 0;
    return broken && index % 4 === 3
      ? ''
      : stroke(`M${index * 88 + 20} ${top + 76}l${lean} -76`, '#8a6f52', 10);
  });
  const rails = broken
    ? stroke(
        `M0 ${top + 10}h190M286 ${top + 22}l150 -12M470 ${top + 10}h120M700 ${top + 34}l260 -24`,
        '#a3876a',
        8,
      )
    : stroke(`M0 ${top + 8}h960M0 ${top + 40}h960`, '#a3876a', 8);
  return rails + posts;
}

/** Lawn, with a path through it where asked. */
export function lawn(light: Light, top: number, path = true): string {
  const { grass, kerb } = lights[light];
  return (
    box([0, top, width, height - top], grass) +
    (path ? shape(`M430 ${top}h70q60 120 260 ${height - top}H180q230 -140 250 -${height - top}z`, kerb) : '')
  );
}

/** A room: wall, floor, and a window with the light of the day. */
export function room(wall = '#ecdfc8', floor = '#b98d62'): string {
  return (
    box([0, 0, width, height], wall) +
    box([0, 500, width, 220], floor) +
    many(8, (index) => stroke(`M${index * 140 - 20} 502L${index * 200 - 220} 720`, '#a87d55', 2)) +
    box([0, 488, width, 14], '#fbf4e4') +
    box([90, 90, 250, 210], '#fdf8ea', { rx: 6 }) +
    box([104, 104, 222, 182], '#bcdcea') +
    shape('M104 240q60 -40 120 -14t102 -12v72H104z', '#8fb37c') +
    stroke('M215 104v182M104 196h222', '#fdf8ea', 8)
  );
}

/** A stairwell of an old block, from the landing. */
export function stairwell(wall = '#d8d3c2'): string {
  const steps = many(9, (index) => {
    const [x, y] = [330 + index * 64, 620 - index * 52];
    return (
      box([x, y, width - x, 52], index % 2 ? '#aaa497' : '#b8b2a4') + box([x, y, width - x, 7], '#d6d0c0')
    );
  });
  return (
    box([0, 0, width, height], wall) +
    box([0, 420, width, 300], '#a9bfae') +
    steps +
    box([0, 672, width, 48], '#8f897c') +
    at(
      [120, 230],
      box([-70, -120, 140, 180], '#f3ead6') +
        box([-58, -108, 116, 156], '#a9cbd8') +
        stroke('M0 -108v156M-58 -30H58', '#f3ead6', 7),
    )
  );
}

/** A narrow lane between walls that runs away from whoever looks. */
export function lane(light: Light): string {
  const isDark = light === 'night';
  const [near, far] = isDark ? ['#2b2f42', '#363b52'] : ['#cdb79a', '#dcc9ae'];
  const bricks = (x: number) =>
    many(10, (index) =>
      stroke(`M${x + ((index * 37) % 200)} ${60 + index * 56}h46`, isDark ? '#3d435a' : '#b79f80', 4),
    );
  return (
    shape(`M0 0H300L420 330V460L180 720H0z`, near) +
    shape(`M960 0H660L560 330V460L790 720H960z`, far) +
    shape(`M420 440H560L790 720H180z`, lights[light].street) +
    bricks(20) +
    bricks(730) +
    oval([490, 450, 76, 12], isDark ? '#20243a' : '#bfb5a4') +
    disc([490, 380, 0], 'none')
  );
}
