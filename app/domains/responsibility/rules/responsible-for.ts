export interface ListedEntry {
  id: string;
  areaId: string;
  category: string;
  /** Empty: any level. */
  level: string;
  departmentId: string;
}

export interface Matter {
  /** The category and its group, nearest first. */
  categories: readonly string[];
  /** Ids from the city down to the area of the matter. */
  areaPath: readonly string[];
  level: string;
}

/** How the entry fits: what was not found exactly and had to be taken from above. */
export interface Fit {
  category: 'exact' | 'parent';
  area: 'own' | 'above';
  level: 'exact' | 'any';
}

/**
 * Which entry of the responsibility lists names the department for a matter, and how it fits. The matter's own area is
 * asked first: its exact category, then the parent category; then the area above, up to the city. Within one area and
 * category an entry for the level comes before one for any level; of two alike the one with the smaller id. Null where
 * no entry covers the matter.
 */
export function responsibleFor<Entry extends ListedEntry>(
  entries: readonly Entry[],
  { categories, areaPath, level }: Matter,
): { entry: Entry; fit: Fit } | null {
  const ownArea = areaPath.at(-1);
  for (const areaId of [...areaPath].reverse()) {
    for (const name of categories) {
      const here = entries.filter((entry) => entry.areaId === areaId && entry.category === name);
      const entry = first(here, level) ?? first(here, '');
      if (!entry) continue;
      return {
        entry,
        fit: {
          category: name === categories[0] ? 'exact' : 'parent',
          area: areaId === ownArea ? 'own' : 'above',
          level: entry.level === '' ? 'any' : 'exact',
        },
      };
    }
  }
  return null;
}

function first<Entry extends ListedEntry>(entries: readonly Entry[], level: string): Entry | undefined {
  return entries
    .filter((entry) => entry.level === level)
    .reduce<Entry | undefined>((best, entry) => (best && best.id <= entry.id ? best : entry), undefined);
}
