import { at, box, disc, many, oval, shape, stroke } from './paint';

export const table = (x: number, y: number, wide = 320) =>
  at(
    [x, y],
    box([-wide / 2, -20, wide, 20], '#8f6238', { rx: 5 }) +
      stroke(`M${-wide / 2 + 26} 0V110M${wide / 2 - 26} 0V110`, '#7a5330', 12),
  );

/** Bowls with rice and vegetables. */
export const dishes = (x: number, y: number) =>
  many(3, (index) =>
    at(
      [x + index * 84 - 84, y],
      shape('M-32 -26h64q-4 26 -22 28h-20q-18 -2 -22 -28z', '#f3ead9') +
        oval([0, -27, 32, 9], ['#8fae57', '#e2a33c', '#fdfaf0'][index] ?? '#fff'),
    ),
  );

export function bookshelf(x: number, y: number): string {
  const books = many(36, (index) => {
    const [row, column] = [Math.floor(index / 12), index % 12];
    const high = 62 + ((index * 13) % 22);
    return box(
      [12 + column * 25, 96 + row * 112 - high, 19, high],
      ['#b5533c', '#2f6f6d', '#c98a2b', '#5a6f9a', '#8a4a5f', '#8fae57'][(index * 5) % 6] ?? '#777',
    );
  });
  return at(
    [x, y],
    box([0, 0, 324, 340], '#8f6238') +
      many(3, (row) => box([10, 10 + row * 112, 304, 90], '#5f4127')) +
      books,
  );
}

/** A board for notices or old photographs. */
export function board(x: number, y: number, kind: 'notices' | 'photos'): string {
  const sheets = many(8, (index) => {
    const [left, top] = [26 + (index % 4) * 112, 26 + Math.floor(index / 4) * 124];
    const photo =
      box([left + 6, top + 6, 80, 62], '#c9b48d') +
      shape(`M${left + 6} ${top + 68}l26 -34l20 18l16 -20l18 36z`, '#8a7652');
    const lines = many(4, (line) =>
      box([left + 10, top + 16 + line * 18, line === 3 ? 44 : 72, 6], '#a79f8f'),
    );
    return (
      box([left, top, 92, 98], kind === 'photos' ? '#fbf4e2' : '#fffdf6') +
      (kind === 'photos' ? photo : lines) +
      disc([left + 46, top + 4, 5], '#b5533c')
    );
  });
  return at(
    [x, y],
    box([0, 0, 488, 276], '#7a5a3c', { rx: 8 }) +
      box([12, 12, 464, 252], kind === 'photos' ? '#d8c6a4' : '#2f6f6d') +
      sheets,
  );
}

/** The door of a stairwell with its intercom: hanging from a wire, or mended. */
export function houseDoor(x: number, y: number, broken: boolean): string {
  const keys = (left: number, top: number) =>
    many(9, (index) => box([left + (index % 3) * 15, top + Math.floor(index / 3) * 15, 10, 10], '#dfe4e2'));
  const intercom = broken
    ? stroke('M176 -250q24 30 12 54', '#2b2b2b', 4) +
      at(
        [186, -186],
        `<g transform="rotate(24)">${box([-32, 0, 64, 96], '#5b626a', { rx: 6 })}${keys(-20, 36)}</g>`,
      )
    : box([146, -270, 64, 96], '#5b626a', { rx: 6 }) + keys(158, -232) + disc([178, -250, 6], '#7fd08a');
  return at(
    [x, y],
    box([-130, -400, 240, 400], '#56605c') +
      box([-110, -380, 95, 380], '#6f7b76') +
      box([broken ? 10 : -4, -380, 95, 380], '#7b8882') +
      (broken ? box([-12, -380, 20, 380], '#22262a') : '') +
      stroke('M-30 -190v50', '#d8d3c2', 8) +
      intercom,
  );
}

/** Cables that hang down to bikes, or boxes with sockets under a roof. */
export const chargers = (x: number, y: number, safe: boolean) =>
  safe
    ? at(
        [x, y],
        box([-380, -260, 760, 26], '#2f6f6d') +
          stroke('M-350 0V-240M350 0V-240', '#5b626a', 12) +
          many(
            5,
            (index) =>
              box([-300 + index * 140, -190, 46, 64], '#e9e2d2', { rx: 6 }) +
              disc([-277 + index * 140, -158, 8], '#57a868'),
          ),
      )
    : many(5, (index) =>
        stroke(
          `M${x - 300 + index * 140} 0C${x - 360 + index * 160} 200 ${x - 200 + index * 110} 300 ${x - 280 + index * 140} ${y - 60}`,
          ['#2b2b2b', '#b5533c', '#33475b'][index % 3] ?? '#222',
          5,
        ),
      );

export const extinguisher = (x: number, y: number) =>
  at(
    [x, y],
    box([-16, -70, 32, 70], '#c7392b', { rx: 9 }) +
      box([-7, -86, 14, 18], '#3a3d40') +
      stroke('M6 -80q26 10 20 46', '#2b2b2b', 5),
  );

export const firstAid = (x: number, y: number) =>
  at(
    [x, y],
    box([-90, -70, 180, 140], '#f6f2e8', { rx: 10 }) +
      box([-90, -70, 180, 140], 'none', { rx: 10, stroke: '#b9b2a2', 'stroke-width': 6 }) +
      box([-14, -46, 28, 92], '#3f8f5a') +
      box([-46, -14, 92, 28], '#3f8f5a'),
  );

export const fridge = (x: number, y: number) =>
  at(
    [x, y],
    box([-70, -250, 140, 250], '#f3efe4', { rx: 10 }) +
      box([-56, -234, 112, 196], '#bcdcea') +
      many(9, (index) =>
        box(
          [-46 + (index % 3) * 34, -216 + Math.floor(index / 3) * 62, 22, 42],
          ['#57a868', '#e2a33c', '#5a8fc0'][index % 3] ?? '#999',
          { rx: 5 },
        ),
      ) +
      disc([0, -18, 9], '#c7392b'),
  );

/** A frame for exercise: whole, or with a broken part tied off. */
export function fitness(x: number, y: number, broken: boolean): string {
  const colour = broken ? '#a98d6a' : '#2f6f6d';
  const swing = broken
    ? stroke('M30 -200L66 -120', '#8a7652', 9) + box([50, -122, 54, 12], '#8a7652')
    : stroke('M20 -210V-80M60 -210V-80', colour, 7) + box([6, -84, 68, 12], '#c98a2b');
  const tape = broken
    ? stroke('M-150 -70L170 -96', '#e2702c', 9) + stroke('M-150 -96L170 -64', '#fff4e0', 6)
    : '';
  return at(
    [x, y],
    stroke('M-150 0V-210H150V0', colour, 14) +
      stroke('M-110 -210V-100', colour, 7) +
      disc([-110, -84, 20], 'none', { stroke: '#c98a2b', 'stroke-width': 8 }) +
      swing +
      tape,
  );
}

/** Lines between posts with quilts on them. */
export const washing = (x: number, y: number) =>
  at(
    [x, y],
    stroke('M-260 0V-220M260 0V-190', '#8a5a3c', 10) +
      stroke('M-260 -206Q0 -150 260 -182', '#5b5b5b', 3) +
      many(4, (index) =>
        box(
          [-220 + index * 116, -182 + (index % 2) * 10, 92, 130],
          ['#e6c9c0', '#bcd3d8', '#e9d9a8', '#c7d6b5'][index] ?? '#ddd',
          { rx: 4 },
        ),
      ),
  );

export const scales = (x: number, y: number) =>
  at(
    [x, y],
    box([-54, -34, 108, 34], '#5b626a', { rx: 6 }) +
      box([-30, -26, 60, 16], '#a9d6a0') +
      box([-72, -50, 144, 14], '#cfd3cb', { rx: 5 }) +
      many(4, (index) =>
        disc([-40 + index * 26, -62, 14], ['#c7523a', '#e2a33c', '#8fae57', '#c7523a'][index] ?? '#888'),
      ),
  );

/** A ramp of concrete with its rail before three steps, or the steps alone. */
export function entrance(x: number, y: number, ramp: boolean): string {
  const door =
    box([-90, -400, 220, 300], '#56605c') +
    box([-74, -384, 90, 284], '#7f9aa5') +
    box([26, -384, 90, 284], '#7f9aa5') +
    box([-170, -420, 380, 26], '#a4543f');
  const steps = many(3, (index) =>
    box([-150 + -index * 40, -100 + index * 34, 330 + index * 80, 34], index % 2 ? '#b8b2a4' : '#c9c3b4'),
  );
  const slope = ramp
    ? shape('M150 -100h60L520 0H130z', '#cfc9ba') +
      stroke('M200 -184L520 -84M210 -100v-80M360 -52v-80M510 -4v-80', '#5b8a86', 9)
    : '';
  return at([x, y], door + steps + slope);
}
