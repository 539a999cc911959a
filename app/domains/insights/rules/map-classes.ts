import { whenUsed } from '~/lib/when-used';

const statistics = whenUsed<typeof import('simple-statistics')>('simple-statistics');

/** Shades that can be told apart. */
const mostClasses = 5;

export interface MapClass {
  least: number;
  most: number;
}

/** Natural classes of some numbers, the least first: those within one are as like each other as can be (Ckmeans). */
export function mapClasses(values: readonly number[]): MapClass[] {
  const different = new Set(values).size;
  if (different === 0) return [];
  return statistics()
    .ckmeans([...values], Math.min(mostClasses, different))
    .map((of) => ({ least: Math.min(...of), most: Math.max(...of) }));
}

/** In which of the classes a number lies. */
export const classOf = (classes: readonly MapClass[], value: number): number =>
  classes.findIndex(({ least, most }) => value >= least && value <= most);
