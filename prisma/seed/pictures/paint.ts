/** What the pictures of the demo are drawn with: SVG as text, on a ground of 960 by 720. */

export const [width, height] = [960, 720];

/** As a small phone takes them, so that one smaller size is enough. */
const taken = { width: 640, height: 480 };

/** Light of a scene: its sky from above to below, the ground, and how far away things look. */
export const lights = {
  day: { sky: ['#bfe0ee', '#f7efdc'], far: '#c9d6d4', street: '#9a958d', kerb: '#d9d2c4', grass: '#8db27a' },
  dusk: { sky: ['#6f83a8', '#f2b98a'], far: '#9a8fa0', street: '#79737a', kerb: '#b3a7a0', grass: '#6f8a68' },
  night: {
    sky: ['#141b33', '#2d3857'],
    far: '#232c47',
    street: '#2e3242',
    kerb: '#474c5e',
    grass: '#2b4038',
  },
  rain: { sky: ['#8b9aa5', '#c4cbcc'], far: '#a3adb0', street: '#6f7478', kerb: '#a7aaa6', grass: '#7b947b' },
} as const;
export type Light = keyof typeof lights;

/** Attributes of a shape by name: numbers and texts. */
type Attributes = Record<string, string | number>;

const attributes = (given: Attributes) =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

export type Box = readonly [x: number, y: number, width: number, height: number];

export const box = ([x, y, wide, high]: Box, fill: string, more: Attributes = {}) =>
  `<rect${attributes({ x, y, width: wide, height: high, fill, ...more })}/>`;

export const disc = ([cx, cy, r]: readonly [number, number, number], fill: string, more: Attributes = {}) =>
  `<circle${attributes({ cx, cy, r, fill, ...more })}/>`;

export const oval = ([cx, cy, rx, ry]: Box, fill: string, more: Attributes = {}) =>
  `<ellipse${attributes({ cx, cy, rx, ry, fill, ...more })}/>`;

/** A filled outline. */
export const shape = (d: string, fill: string, more: Attributes = {}) =>
  `<path${attributes({ d, fill, ...more })}/>`;

/** A stroke with round ends. */
export const stroke = (d: string, colour: string, wide = 6) =>
  `<path${attributes({ d, fill: 'none', stroke: colour, 'stroke-width': wide, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })}/>`;

/** Where something stands, and how large, if not as it was drawn. */
export type Spot = readonly [x: number, y: number, scale?: number];

/** Moves and scales what was drawn around the point 0, 0. */
export const at = ([x, y, scale = 1]: Spot, drawn: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${drawn}</g>`;

export const many = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

const fade = (id: string, colours: readonly string[], radial = false) => {
  const stops = colours.map((colour, at) => {
    const [fill = '', opacity = '1'] = colour.split('/');
    return `<stop offset="${at / (colours.length - 1)}" stop-color="${fill}" stop-opacity="${opacity}"/>`;
  });
  const kind = radial ? 'radialGradient' : 'linearGradient';
  return `<${kind} id="${id}"${radial ? '' : ' x2="0" y2="1"'}>${stops.join('')}</${kind}>`;
};

const drops = () =>
  many(70, (index) => {
    const [x, y] = [(index * 137) % width, (index * 211) % height];
    return stroke(`M${x} ${y}l-7 26`, '#eef3f5', 2.5);
  });

function skyThings(light: Light): string {
  if (light === 'night')
    return (
      many(36, (index) => disc([(index * 173) % width, (index * 71) % 300, 1.6], '#f4ead0')) +
      disc([790, 110, 42], '#f4e3b4') +
      disc([772, 98, 38], lights.night.sky[0])
    );
  if (light === 'rain') return '';
  const sun = light === 'dusk' ? disc([700, 330, 62], '#f7d49a') : disc([780, 120, 52], '#fbe3a4');
  const cloud = (x: number, y: number, scale: number) =>
    at(
      [x, y, scale],
      oval([0, 0, 70, 22], '#fffdf6') +
        oval([-28, -14, 34, 24], '#fffdf6') +
        oval([20, -20, 40, 30], '#fffdf6'),
    );
  return sun + (light === 'day' ? cloud(190, 120, 1) + cloud(520, 80, 0.7) : '');
}

/** A whole picture: the sky of a light, and before it what is given from the back to the front. */
export function picture(light: Light, ...things: string[]): string {
  const definitions = `<defs>${fade('sky', lights[light].sky)}${fade('glow', ['#ffe9ad/0.95', '#ffdf95/0.35', '#ffdf95/0'], true)}${fade('water', light === 'night' ? ['#26334f', '#182038'] : ['#9fc6cf', '#6fa3b3'])}</defs>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${taken.width}" height="${taken.height}">`,
    ...[definitions, box([0, 0, width, height], 'url(#sky)'), skyThings(light), ...things],
    light === 'rain' ? `<g opacity="0.6">${drops()}</g>` : '',
    '</svg>',
  ].join('');
}
