export const areaLevels = ['city', 'district', 'street', 'community', 'grid'] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** Digits of the statistical division code (12 digits, and three more for a grid) that each level uses. */
export const significantDigits: Record<AreaLevel, number> = {
  city: 4,
  district: 6,
  street: 9,
  community: 12,
  grid: 15,
};

/**
 * The level and the id of a code: its significant prefix, so that everything below an area begins with the
 * area's id. Null where the code is no code. Source: 统计用区划代码 (12 digits), DB11 grid suffix (3 digits).
 */
export function readCode(code: string): { level: AreaLevel; id: string } | null {
  if (!/^\d{12}(\d{3})?$/.test(code)) return null;
  if (code.length === 15) return code.endsWith('000') ? null : { level: 'grid', id: code };
  const level = areaLevels.find((name) => /^0*$/.test(code.slice(significantDigits[name])));
  if (!level || /^0+$/.test(code)) return null;
  return { level, id: code.slice(0, significantDigits[level]) };
}

/**
 * Some places have no area of a level between: the towns of 东莞 (4419 and 00) hang on the city, some communities on
 * their district. The code has zeros there, and its prefix names no area.
 */
function namesAnArea(id: string, level: AreaLevel): boolean {
  const above = areaLevels[areaLevels.indexOf(level) - 1];
  return above === undefined || !/^0+$/.test(id.slice(significantDigits[above], significantDigits[level]));
}

/** Whether a text from outside may be the id of an area. */
export const isAreaId = (text: string): boolean => /^\d{4,15}$/.test(text);

/** The ids in a list parted by commas, `most` at most; what is none is left out. */
export function areaIdsIn(text: string | null, most: number): string[] {
  return (text ?? '').slice(0, 1000).split(',').filter(isAreaId).slice(0, most);
}

/** The ids from the city down to the area itself; a level that the place does not have is left out. */
export function trailOf(id: string): string[] {
  return areaLevels
    .filter((level) => significantDigits[level] <= id.length && namesAnArea(id, level))
    .map((level) => id.slice(0, significantDigits[level]));
}

/** The id of the area above, or null for a city. */
export function parentOf(id: string): string | null {
  return (
    trailOf(id)
      .filter((one) => one.length < id.length)
      .at(-1) ?? null
  );
}

/** The id of the area of a level in which another lies, or itself; the id as it is where it lies above that level. */
export const idAtLevel = (id: string, level: AreaLevel): string => id.slice(0, significantDigits[level]);

/** The level of an area by its id; `community` for an id of no level's length. */
export function levelOf(id: string): AreaLevel {
  return areaLevels.find((level) => significantDigits[level] === id.length) ?? 'community';
}
