import type { Context } from '../context';
import { readAreas } from './rules/read-areas';
import type { ImportFault } from './rules/read-areas';

/**
 * Imports areas from a table that `readAreas` reads. Names each bad line, and imports nothing if any is bad. An area
 * that exists is renamed.
 */
export async function importAreas(
  ctx: Context,
  table: Uint8Array | string,
): Promise<{ imported: number; faults: ImportFault[] }> {
  const { rows, faults } = readAreas(table);
  const known = new Set(
    (await ctx.database.read.area.findMany({ select: { id: true } })).map((area) => area.id),
  );
  for (const { row, line } of rows.values()) {
    if (row.parentId && !rows.has(row.parentId) && !known.has(row.parentId)) {
      faults.push({
        line,
        reason: `code: the area above (${row.parentId}) is neither in the file nor known`,
      });
    }
  }
  if (faults.length > 0) return { imported: 0, faults: faults.sort((a, b) => a.line - b.line) };
  const sorted = [...rows.values()].map(({ row }) => row).sort((a, b) => a.id.length - b.id.length);
  await ctx.database.transaction(async (tx) => {
    for (const { id, ...columns } of sorted) {
      await tx.prisma.area.upsert({ where: { id }, create: { id, ...columns }, update: columns });
    }
    tx.afterCommit(() => ctx.invalidatePages(['areas']));
  });
  return { imported: sorted.length, faults: [] };
}
