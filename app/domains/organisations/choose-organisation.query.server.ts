import type { ReadContext } from '../context';
import { significantDigits, trailOf } from '~/lib/geo/division-code';
import { within } from '~/platform/db/lists/area-scope';

const mostChoices = 200;

/**
 * The verified organisations of the district of an area, and of the areas above, by name: those that sit at one table.
 * A district may have more than a list can hold: the others are found by their names.
 */
export async function organisationsAround(ctx: ReadContext, areaId: string) {
  const district = areaId.slice(0, significantDigits.district);
  if (district === '') return [];
  return ctx.database.read.organisation.findMany({
    where: {
      state: 'verified',
      OR: [{ areaId: within(district) }, { areaId: { in: trailOf(areaId) } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostChoices,
    select: { id: true, name: true },
  });
}

/**
 * The verified organisations that the typed names or unified social credit codes mean: the id of each, null where there
 * is none, `several` where one name is that of several.
 */
export async function organisationsNamed(
  ctx: ReadContext,
  typed: readonly string[],
): Promise<Map<string, string | 'several' | null>> {
  const rows = await ctx.database.read.organisation.findMany({
    where: { OR: [{ name: { in: [...typed] } }, { verifiedCode: { in: [...typed] } }], state: 'verified' },
    select: { id: true, name: true, verifiedCode: true },
  });
  return new Map(
    typed.map((text) => {
      const [found, another] = rows.filter((row) => row.name === text || row.verifiedCode === text);
      return [text, another ? 'several' : (found?.id ?? null)];
    }),
  );
}
