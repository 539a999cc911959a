import { isWithin } from '../actor';
import type { ReadContext } from '../context';

/**
 * The areas whose administrators together administer the whole portal: the topmost ones in which there is an
 * administrator. An area that nobody administers, such as the city of which a district's portal needs the line, stands
 * for nothing where there are administrators below it: then it is the areas under it that count, each by the same rule.
 */
export async function portalTops(ctx: ReadContext): Promise<string[]> {
  const { read } = ctx.database;
  const [held, roots] = await Promise.all([
    read.roleHeld.groupBy({
      by: ['areaId'],
      where: { role: 'administrator', person: { suspendedAt: null } },
    }),
    read.area.findMany({ where: { parentId: null }, select: { id: true }, orderBy: { id: 'asc' } }),
  ]);
  const administered = held.map(({ areaId }) => areaId);
  const tops: string[] = [];
  let level = roots.map(({ id }) => id);
  while (level.length > 0) {
    const passed = level.filter(
      (id) => !administered.includes(id) && administered.some((area) => isWithin(area, id)),
    );
    tops.push(...level.filter((id) => !passed.includes(id)));
    const below = await read.area.findMany({
      where: { parentId: { in: passed.slice(0, mostBranches) } },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    level = below.map(({ id }) => id);
    // So many branches without anybody above them have nobody who administers all.
    if (passed.length > mostBranches) return [...tops, ...passed.slice(mostBranches)];
  }
  return tops;
}

/** Areas without an administrator that are looked under at each level. */
const mostBranches = 200;
