/** An area to choose, told apart from others of its name by those above it. */
export interface AreaOffered {
  id: string;
  name: string;
  /** The names of the areas above, from the city down; empty for a city. */
  trail: string;
  /** The id of the area above; empty for a topmost one. */
  above: string;
  /** There are areas below it to step to. */
  below: boolean;
}

/** What was found for a name, a code or a step; never more than can be looked over. */
export interface AreasFound {
  query: string;
  /** The area below which was looked; null for the whole portal. */
  under: AreaOffered | null;
  areas: AreaOffered[];
  /** There are more: type further. */
  more: boolean;
}

/** The list of a combobox for what was typed or chosen so far. */
export interface AreasOffered {
  areas: AreaOffered[];
  more: boolean;
}

/** From what an area is chosen on a page: all of them where they are few, else some to begin with. */
export interface AreaChoices {
  /** In the order of the tree; null where they are too many for a list. */
  few: { id: string; name: string }[] | null;
  /** Those that the page's fields hold already, and those near the reader. */
  known: AreaOffered[];
  /** The ids of `known` to begin with: near the reader. */
  near: string[];
  /** Only these and those below them may be chosen; empty: any. */
  scope: string[];
  found: AreasFound | null;
}

/** Where none is to be chosen. */
export const noAreaChoices: AreaChoices = { few: [], known: [], near: [], scope: [], found: null };

/**
 * What a field for an area sends beside its own value, where it works without scripts: the words to look for, the
 * button that looks (its value: below which area) and the one that steps down.
 */
export const areaParts = { words: '.find', search: '.search', step: '.below', scope: '.scope' } as const;

/** What was looked up in a filter has been chosen or left: a link that leads on takes none of it along. */
export function forgetLookUps(query: URLSearchParams): void {
  for (const name of [...query.keys()])
    if (Object.values(areaParts).some((part) => name.endsWith(part))) query.delete(name);
}

/** A name with those above it: what stands alone in a line. */
export function fullAreaName({ name, trail }: Pick<AreaOffered, 'name' | 'trail'>): string {
  return trail === '' ? name : `${trail} › ${name}`;
}

/** The area that a form begins with where nothing speaks for another. */
export function firstArea({ few, near }: AreaChoices): string {
  return few?.[0]?.id ?? near[0] ?? '';
}
