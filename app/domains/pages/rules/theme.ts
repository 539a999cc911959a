import { contrast, mixed } from '~/lib/contrast';
import type { Colour } from '~/lib/contrast';

export type Scheme = 'light' | 'dark';

/** What each scheme of `styles/tokens.css` lays a colour on, and how the colours beside it are made of it. */
const schemes = {
  light: {
    grounds: ['#faf7f1', '#ffffff', '#f1ece2'],
    ...{ surface: '#ffffff', ink: '#23201b', inkSoft: '#575146', on: '#ffffff' },
    ...{ softShare: 0.12, strongShare: 0.72, strongInto: '#000000' },
  },
  dark: {
    grounds: ['#171613', '#211f1b', '#110f0d'],
    ...{ surface: '#211f1b', ink: '#f2eee6', inkSoft: '#c2baab', on: '#110f0d' },
    ...{ softShare: 0.2, strongShare: 0.65, strongInto: '#ffffff' },
  },
} as const;

/** WCAG 2.2, 1.4.3: text of any size. */
const leastContrast = 4.5;

export interface Theme {
  primary: Colour;
  strong: Colour;
  soft: Colour;
  on: Colour;
}

/** The colours that follow from the main one. */
export function themeOf(primary: Colour, scheme: Scheme): Theme {
  const { surface, on, softShare, strongShare, strongInto } = schemes[scheme];
  return {
    primary,
    on,
    strong: mixed(primary, strongShare, strongInto),
    soft: mixed(primary, softShare, surface),
  };
}

/** The least contrast that any text would have with the colour. */
export function contrastOf(primary: Colour, scheme: Scheme): number {
  const { grounds, ink, inkSoft } = schemes[scheme];
  const { strong, soft, on } = themeOf(primary, scheme);
  const pairs: [Colour, Colour][] = [
    ...[...grounds, soft].map((ground): [Colour, Colour] => [primary, ground]),
    ...[strong, ink, inkSoft].map((text): [Colour, Colour] => [text, soft]),
    ...[primary, strong].map((ground): [Colour, Colour] => [on, ground]),
  ];
  return Math.min(...pairs.map(([text, ground]) => contrast(text, ground)));
}

/** The contrast that is too low, with one decimal; null where the colour can be used. */
export function lowContrast(primary: Colour, scheme: Scheme): string | null {
  const least = contrastOf(primary, scheme);
  // Cut and not rounded: 4.46 is no 4.5.
  return least < leastContrast ? (Math.floor(least * 10) / 10).toFixed(1) : null;
}

function variables({ primary, strong, soft, on }: Theme): string {
  return `--color-primary:${primary};--color-primary-strong:${strong};--color-primary-soft:${soft};--color-on-primary:${on}`;
}

/** The rules that lay the colours over those of the style sheet; empty where there are none of one's own. */
export function themeStyle({ light, dark }: { light: Colour; dark: Colour }): string {
  const bright = light === '' ? '' : `:root:root{${variables(themeOf(light, 'light'))}}`;
  if (dark === '' && bright === '') return '';
  // Where only one is given the other scheme keeps the colours of the style sheet.
  const night = dark === '' ? usual : variables(themeOf(dark, 'dark'));
  return `${bright}:root:root[data-theme='dark']{${night}}@media (prefers-color-scheme:dark){:root:root:not([data-theme='light']){${night}}}`;
}

const usual = variables({ primary: '#84d3cb', strong: '#aee7e0', soft: '#1b3a38', on: '#04302f' });
