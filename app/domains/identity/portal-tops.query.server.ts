import { isWithin } from '../actor';
import type { ReadContext } from '../context';
import { areaIdsBelow } from '../territory/index.server';

/**
 * The areas whose administrators together administer the whole portal: the topmost ones in which there is an
 * administrator. An area that nobody administers, such as the city of which a district's portal needs the line, stands
 * for nothing where there are administrators below it: then it is the areas under it that count, each by the same rule.
 */
export async function portalTops(ctx: ReadContext): Promise<string[]> {
  const [held, roots] = await Promise.all([
    ctx.database.read.roleHeld.groupBy({
      by: ['areaId'],
      where: { role: 'administrator', person: { suspendedAt: null } },
    }),
    areaIdsBelow(ctx, null),
  ]);
  const administered = held.map(({ areaId }) => areaId);
  const tops: string[] = [];
  let level = roots;
  while (level.length > 0) {
    const passed = level.filter(
      (id) => !administered.includes(id) && administered.some((area) => isWithin(area, id)),
    );
    tops.push(...level.filter((id) => !passed.includes(id)));
    level = await areaIdsBelow(ctx, passed.slice(0, mostBranches));
    // So many branches without anybody above them have nobody who administers all.
    if (passed.length > mostBranches) return [...tops, ...passed.slice(mostBranches)];
  }
  return tops;
}

/** Areas without an administrator that are looked under at each level. */
const mostBranches = 200;
