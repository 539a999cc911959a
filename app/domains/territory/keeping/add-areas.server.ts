import type { Context, ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { ensureOpen, mayKeepArea, writeArea } from './keep-area.server';
import { mostNewAreas, readNewAreas } from '../rules/read-new-areas';
import type { AreaListFault, ListedArea } from '../rules/read-new-areas';
import { readTable } from '~/lib/csv/read-xlsx';
import { isUniqueViolation } from '~/platform/db/unique-violation';

interface NewAreas {
  table: Uint8Array | string;
  reason: string;
}

/** What of a list stands against what is there: a code that is known, an area above that is neither there nor listed. */
async function againstThoseThere(ctx: ReadContext, areas: readonly ListedArea[]): Promise<AreaListFault[]> {
  const asked = [...new Set(areas.flatMap(({ id, parentId }) => [id, parentId]))];
  const there = new Map(
    (
      await ctx.database.read.area.findMany({
        where: { id: { in: asked } },
        select: { id: true, closedAt: true },
      })
    ).map(({ id, closedAt }) => [id, closedAt]),
  );
  const listed = new Set(areas.map(({ id }) => id));
  return areas.flatMap(({ line, id, code, parentId }) => {
    if (there.has(id)) return [{ line, fault: 'fault.known', value: code }];
    if (there.get(parentId)) return [{ line, fault: 'fault.above-closed', value: parentId }];
    return there.has(parentId) || listed.has(parentId)
      ? []
      : [{ line, fault: 'fault.no-above', value: parentId }];
  });
}

/**
 * Adds the areas of a list below one that the actor administers, on any level, with one reason. With any bad line none is
 * added, and each is named. Throws `conflict` where somebody added one of them meanwhile.
 */
export async function addAreas(
  ctx: Context,
  above: string,
  { table, reason }: NewAreas,
): Promise<{ faults: AreaListFault[]; added: number }> {
  ensure(mayKeepArea(ctx.actor, above));
  const { areas, faults } = readNewAreas(await readTable(table, { mostRows: mostNewAreas }), above);
  const all = [...faults, ...(await againstThoseThere(ctx, areas))];
  if (all.length > 0) return { faults: all.sort((a, b) => a.line - b.line), added: 0 };
  const added = inTransaction(ctx, async (ctx) => {
    await ensureOpen(ctx, above);
    for (const area of areas) await writeArea(ctx, area, reason);
  });
  await added.catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError('conflict', { reason: 'territory.known-code' });
  });
  return { faults: [], added: areas.length };
}
