import { isOneOf } from '~/lib/known-words';

/** What figures are about, in the order in which the page shows them. */
export const figureNames = [
  'months',
  'areas',
  'categories',
  'rises',
  'rates',
  'ages',
  'residents',
  'hours',
  'agreements',
  'subsidies',
] as const;
export type FigureName = (typeof figureNames)[number];

export const isFigureName = (name: string): name is FigureName => isOneOf(figureNames, name);

/** A number as it is told: hidden where it, or what follows from it, would be about few; null where there is none. */
export type Told = number | 'hidden' | null;

/** What a column holds, for how it is written. */
export type ColumnKind = 'count' | 'decimal' | 'share' | 'yuan' | 'words';

export interface FigureColumn {
  /** Its word is `column.<name>` of the catalogue. */
  name: string;
  kind: ColumnKind;
}

export interface FigureRow {
  key: string;
  label: string;
  /** One for each column; words by their key in the catalogue. */
  values: (Told | { word: string })[];
  /** Where the first value is not told: that of public matters alone, which anyone can count. */
  open?: number;
  /** A month that is not over. */
  isUnfinished?: boolean;
  /** Between which shares the first one may lie. */
  interval?: { least: number; most: number };
}

/** One number or words of a row. */
export type FigureValue = FigureRow['values'][number];

/** Numbers of one chart: the picture, the table below it and the file are all made of these. */
export interface Figure {
  name: FigureName;
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
  /** Why there is less than one would expect: a key `note.<name>` of the catalogue. */
  notes: readonly string[];
}

/** A number that is told, or null. */
export const toldNumber = (told: FigureValue | undefined): number | null =>
  typeof told === 'number' ? told : null;
