import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastOf, lowContrast, themeOf, themeStyle } from './theme';
import { contrast, mixed } from '~/lib/contrast';

const tokens = readFileSync('app/styles/tokens.css', 'utf8');
const [light = '', dark = ''] = tokens.split(":root[data-theme='dark']");
const tokenIn = (part: string, name: string) => new RegExp(`--color-${name}: (#[0-9a-f]{6})`).exec(part)?.[1];

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#123456', '#123456', 1],
  ])('%s on %s', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

it('a colour mixed into another lies between them', () => {
  expect(mixed('#ffffff', 0.5, '#000000')).toBe('#808080');
  expect(mixed('#123456', 1, '#000000')).toBe('#123456');
});

it('colours are measured against the grounds and inks of the style sheet', () => {
  const source = readFileSync('app/domains/pages/rules/theme.ts', 'utf8');
  for (const part of [light, dark])
    for (const name of ['paper', 'surface', 'sunken', 'ink', 'ink-soft'])
      expect(source, name).toContain(tokenIn(part, name));
  for (const name of ['primary', 'primary-strong', 'primary-soft', 'on-primary'])
    expect(source, name).toContain(tokenIn(dark, name));
});

it.each([
  ['#0d5658', 'light', null],
  ['#a8321f', 'light', null],
  ['#e60012', 'light', '3.8'],
  ['#ffd700', 'light', '1.1'],
  ['#84d3cb', 'dark', null],
  ['#0d5658', 'dark', '1.7'],
] as const)('%s in the %s scheme', (colour, scheme, low) => {
  expect(lowContrast(colour, scheme)).toBe(low);
});

it('whatever is let through reads well on everything, and nothing that reads well is refused', () => {
  for (let step = 0; step < 4096; step += 7) {
    const colour = `#${[(step >> 8) & 15, (step >> 4) & 15, step & 15].map((part) => (part * 17).toString(16).padStart(2, '0')).join('')}`;
    for (const scheme of ['light', 'dark'] as const) {
      const { strong, soft, on } = themeOf(colour, scheme);
      expect(lowContrast(colour, scheme) === null).toBe(contrastOf(colour, scheme) >= 4.5);
      if (lowContrast(colour, scheme) !== null) continue;
      for (const [text, ground] of [
        [colour, soft],
        [strong, soft],
        [on, colour],
        [on, strong],
      ] as const)
        expect(contrast(text, ground), `${colour} ${scheme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

it('a scheme without a colour of its own keeps that of the style sheet', () => {
  expect(themeStyle({ light: '', dark: '' })).toBe('');
  const one = themeStyle({ light: '#a8321f', dark: '' });
  expect(one).toContain(':root:root{--color-primary:#a8321f');
  expect(one).toContain(`:root:root[data-theme='dark']{--color-primary:${tokenIn(dark, 'primary')}`);
  expect(themeStyle({ light: '', dark: '#84d3cb' })).not.toContain(':root:root{');
});
