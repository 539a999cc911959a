import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { territoryEvents } from '../events';
import { mostAreas, readAreas } from '../rules/read-areas';
import type { AreaRow, ImportFault } from '../rules/read-areas';
import { readTable } from '~/lib/csv/read-xlsx';
import type { Transaction } from '~/platform/db/database.server';
import { inSteps } from '~/platform/db/lists/in-steps';
import { lockTable } from '~/platform/db/lock-row';

/** Rows of one statement and one transaction. */
const together = 500;

const columns = [
  'id',
  'code',
  'level',
  'name',
  'nameEnglish',
  'parentId',
  'latitude',
  'longitude',
  'population',
  'contact',
] as const satisfies readonly (keyof AreaRow)[];

async function writeAreas(tx: Transaction, rows: readonly AreaRow[]): Promise<void> {
  const line = `(${columns.map(() => '?').join(', ')})`;
  await lockTable(tx, 'Area');
  const changed = columns.filter((name) => name !== 'id').map((name) => `"${name}" = excluded."${name}"`);
  await tx.sql.run(
    `INSERT INTO "Area" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES ${rows.map(() => line).join(', ')}
     ON CONFLICT ("id") DO UPDATE SET ${changed.join(', ')}`,
    rows.flatMap((row) => columns.map((name) => row[name])),
  );
}

/**
 * Imports areas from a table that `readAreas` reads. Names each bad line, and imports nothing if any is bad. An area
 * that exists is renamed. Those above come first, some hundred at a time, so that a whole country can be imported
 * beside a portal in use; one that was broken off can be run again.
 */
export async function importAreas(
  ctx: Context,
  table: Uint8Array | string,
): Promise<{ imported: number; faults: ImportFault[] }> {
  const { rows, faults } = readAreas(await readTable(table, { mostRows: mostAreas }));
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
  await inSteps(ctx.database, { rows: sorted, size: together, work: writeAreas });
  // The event drops kept pages in every process, once all is there.
  await inTransaction(ctx, (ctx) =>
    appendEvent(ctx, territoryEvents, {
      type: 'areas.imported',
      subjectKind: 'area',
      subjectId: sorted[0]?.id ?? '',
      publicData: { title: String(sorted.length) },
    }),
  );
  return { imported: sorted.length, faults: [] };
}
