/**
 * How the parts of a picture look: by a class within the portal, whose style sheet knows the reader's theme, and by
 * attributes where the picture stands alone.
 */
export const look = {
  words: { className: 'figure-words', fill: '#23201b' },
  grid: { className: 'figure-grid', stroke: '#ddd5c6', strokeWidth: 1, fill: 'none' },
  track: { className: 'figure-track', fill: '#f1ece2' },
  bar: { className: 'figure-bar', fill: '#0d5658' },
  unfinished: { className: 'figure-unfinished', stroke: '#0d5658', strokeWidth: 1 },
  hatch: { className: 'figure-hatch', fill: '#857c6c' },
  hatchGround: { className: 'figure-hatch-ground', fill: '#faf7f1' },
  trend: { className: 'figure-trend', stroke: '#a8321f', strokeWidth: 2, fill: 'none' },
  line: { className: 'figure-mark-line', stroke: '#a8321f', strokeWidth: 3, fill: 'none' },
  reach: { className: 'figure-reach', stroke: '#23201b', strokeWidth: 1.5, fill: 'none' },
  reachRim: { className: 'figure-reach-rim', stroke: '#faf7f1', strokeWidth: 4.5, fill: 'none' },
  circle: { className: 'figure-mark figure-circle', fill: '#1b4b7a' },
  square: { className: 'figure-mark figure-square', fill: '#a8321f' },
  triangle: { className: 'figure-mark figure-triangle', fill: '#1d5e36' },
  area: { className: 'figure-area', stroke: '#575146', strokeWidth: 0.8 },
} as const;

const shades = ['#dcebe9', '#a9cfcb', '#6fabab', '#2f7d80', '#0d4446'];

/** An area of a shade: of few classes the lightest and the darkest are used, so that they are told apart. */
export function shadeOf(shade: number, classes: number) {
  const at = classes < 2 ? 2 : Math.round((shade * (shades.length - 1)) / (classes - 1));
  return { ...look.area, className: `figure-area figure-shade-${at}`, fill: shades[at] };
}
