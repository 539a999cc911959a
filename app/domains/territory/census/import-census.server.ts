import { isWithin } from '../../actor';
import type { Actor } from '../../actor';
import type { Context, TransactionContext } from '../../context';
import { ensure } from '../../domain-error';
import { mayAdministerPortal } from '../../identity/policy';
import { doOnce } from '../../do-once.server';
import { appendEvent } from '../../ledger/index.server';
import { territoryEvents } from '../events';
import { mostCensusLines, mostFaults, readCensus } from '../rules/read-census';
import type { CensusFault, CensusLine } from '../rules/read-census';
import { allow } from '~/lib/decision';
import { readTable } from '~/lib/csv/read-xlsx';
import type { Decision } from '~/lib/decision';
import type { Transaction } from '~/platform/db/database.server';
import { lockTable } from '~/platform/db/lock-row';

export interface CensusOutcome {
  faults: CensusFault[];
  areas: number;
  lines: number;
  /** The version that holds now; null where nothing was imported. */
  version: number | null;
}

/** One census holds for the whole portal: it is for those who administer all of it. */
export const mayImportCensus = (actor: Actor, topAreaIds: readonly string[]): Decision =>
  actor.kind === 'system' ? allow : mayAdministerPortal(actor, topAreaIds);

async function unknownAreas(ctx: Context, lines: readonly CensusLine[]): Promise<CensusFault[]> {
  const areas = await ctx.database.read.area.findMany({ select: { id: true } });
  const known = new Set(areas.map(({ id }) => id));
  return lines.flatMap(({ line, areaId }) =>
    known.has(areaId) ? [] : [{ line, fault: 'fault.unknown-area', value: areaId }],
  );
}

/** What is below an area cannot be more than the area: one of the two lines is wrong. */
function moreBelow(lines: readonly CensusLine[]): CensusFault[] {
  const at = new Map(lines.map((one) => [`${one.areaId} ${one.ageBand}`, one]));
  const sums = new Map<string, number>();
  const areas = [...new Set(lines.map(({ areaId }) => areaId))].sort((a, b) => a.length - b.length);
  const above = new Map(
    areas.map((id) => [
      id,
      areas.findLast((one) => one !== id && isWithin(id, one) && one.length < id.length),
    ]),
  );
  for (const { areaId, ageBand, people } of lines) {
    const over = above.get(areaId);
    if (over) sums.set(`${over} ${ageBand}`, (sums.get(`${over} ${ageBand}`) ?? 0) + people);
  }
  return [...sums].flatMap(([key, sum]) => {
    const one = at.get(key);
    return one && sum > one.people
      ? [{ line: one.line, fault: 'fault.more-below', value: `${one.people} < ${sum}` }]
      : [];
  });
}

/** Lines of one statement: four values each, of at most 999. */
const together = 200;

async function writeFigures(tx: Transaction, version: number, lines: readonly CensusLine[]): Promise<void> {
  for (let at = 0; at < lines.length; at += together) {
    const some = lines.slice(at, at + together);
    await tx.sql.run(
      `INSERT INTO "CensusFigure" ("version", "areaId", "ageBand", "people")
       VALUES ${some.map(() => '(?, ?, ?, ?)').join(', ')}`,
      some.flatMap(({ areaId, ageBand, people }) => [version, areaId, ageBand, people]),
    );
  }
}

interface CensusInput {
  table: Uint8Array | string;
  year: number;
  source: string;
  dryRun: boolean;
  /** Whose administrators together administer the whole portal, as identity's portalTops says. */
  topIds: readonly string[];
}

/** The next version, which holds from now on. */
async function writeVersion(
  ctx: TransactionContext,
  { year, source, topIds }: CensusInput,
  lines: readonly CensusLine[],
): Promise<string> {
  await lockTable(ctx, 'Census');
  const last = await ctx.prisma.census.aggregate({ _max: { version: true } });
  const version = (last._max.version ?? 0) + 1;
  const importedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : 'system';
  await ctx.prisma.census.create({
    data: { version, year, source, lines: lines.length, importedBy, importedAt: ctx.clock.now() },
  });
  await writeFigures(ctx, version, lines);
  const [areaId = null] = topIds;
  await appendEvent(ctx, territoryEvents, {
    ...{ type: 'census.imported', subjectKind: 'area', subjectId: areaId ?? '', areaId },
    publicData: { title: String(year), count: lines.length, reason: source },
  });
  return String(version);
}

/**
 * Imports census figures, area by area and age by age, as the version that holds from now on; earlier ones stay. With any
 * bad line nothing is imported; with `dryRun` neither.
 */
export async function importCensus(ctx: Context, input: CensusInput): Promise<CensusOutcome> {
  ensure(mayImportCensus(ctx.actor, input.topIds));
  const { lines, faults: read } = readCensus(await readTable(input.table, { mostRows: mostCensusLines }));
  const found = read.length > 0 ? [] : [...(await unknownAreas(ctx, lines)), ...moreBelow(lines)];
  const faults = [...read, ...found].sort((a, b) => a.line - b.line).slice(0, mostFaults);
  const areas = new Set(lines.map(({ areaId }) => areaId)).size;
  if (faults.length > 0 || input.dryRun) return { faults, areas, lines: lines.length, version: null };
  const version = await doOnce(ctx, 'census.import', (ctx) => writeVersion(ctx, input, lines));
  return { faults: [], areas, lines: lines.length, version: Number(version) };
}
