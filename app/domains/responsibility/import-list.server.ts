import type { Context, ReadContext, TransactionContext } from '../context';
import { listableCategories } from '../categories/index.server';
import { inTransaction } from '../in-transaction.server';
import { ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { responsibilityEvents } from './events';
import { mayEditList } from './policy';
import { isWithin } from '../actor';
import { mostFaults, readList } from './rules/read-list';
import type { LineFault, ListLine } from './rules/read-list';
import { entryKey } from './schema';
import { departmentsByCode } from '../organisations/index.server';
import { areaNames } from '../territory/index.server';
import { endVersion, writeVersion } from './write-version.server';
import type { CsvReading } from '~/lib/csv/read-csv';
import { inSteps } from '~/platform/db/lists/in-steps';

export interface ImportOutcome {
  faults: LineFault[];
  entered: number;
  changed: number;
  same: number;
}

async function known(ctx: ReadContext, lines: readonly ListLine[]) {
  const [departments, areas, entries, categories] = await Promise.all([
    departmentsByCode(
      ctx,
      lines.map((line) => line.departmentCode),
    ),
    areaNames(ctx, [...new Set(lines.map((line) => line.areaId))]),
    ctx.database.read.responsibilityEntry.findMany({
      where: { currentKey: { in: lines.map((line) => entryKey(line)) } },
    }),
    listableCategories(ctx),
  ]);
  return {
    categories,
    departments,
    areas: new Set(Object.keys(areas)),
    entries: new Map(entries.map((row) => [row.key, row])),
  };
}
type Known = Awaited<ReturnType<typeof known>>;

/** What each line would do, and what stands against it. */
function plan(lines: readonly ListLine[], given: Known, areaId: string) {
  const faults: LineFault[] = [];
  const steps = lines.flatMap((line) => {
    const departmentId = given.departments.get(line.departmentCode);
    if (!given.areas.has(line.areaId))
      faults.push({ line: line.line, fault: 'fault.unknown-area', value: line.areaId });
    else if (!isWithin(line.areaId, areaId))
      faults.push({ line: line.line, fault: 'fault.other-area', value: line.areaId });
    if (!given.categories.has(line.category))
      faults.push({ line: line.line, fault: 'fault.category', value: line.category });
    if (!departmentId) {
      faults.push({ line: line.line, fault: 'fault.unknown-department', value: line.departmentCode });
      return [];
    }
    const before = given.entries.get(entryKey(line)) ?? null;
    const same =
      before?.departmentId === departmentId &&
      before.basis === line.basis &&
      before.days === (line.days ?? null);
    return [{ ...line, departmentId, before, same }];
  });
  return { faults, steps };
}

type Step = ReturnType<typeof plan>['steps'][number];

/** Lines of one transaction. */
const together = 50;

async function writeSteps(
  ctx: TransactionContext,
  { steps, reason }: { steps: readonly Step[]; reason: string },
): Promise<void> {
  for (const { before, ...step } of steps) {
    if (before) await endVersion(ctx, { key: before.key, version: before.version, reason });
    await writeVersion(ctx, { ...step, reason });
  }
}

/** Puts on record what was written, also where a later step failed: the departments are told of it. */
async function tellImported(
  ctx: Context,
  { written, areaId, reason }: { written: readonly Step[]; areaId: string; reason: string },
): Promise<void> {
  if (written.length === 0) return;
  await inTransaction(ctx, (ctx) =>
    appendEvent(ctx, responsibilityEvents, {
      type: 'responsibility.imported',
      subjectKind: 'responsibility',
      subjectId: areaId,
      areaId,
      publicData: { count: written.length, reason },
      privateData: { departmentIds: [...new Set(written.map((step) => step.departmentId))] },
    }),
  );
}

async function writeList(
  ctx: Context,
  given: { differing: readonly Step[]; areaId: string; reason: string },
): Promise<void> {
  const { differing, areaId, reason } = given;
  const written: Step[] = [];
  try {
    const opening = {
      engine: ctx.database.engine,
      transaction: <Result>(work: (ctx: TransactionContext) => Promise<Result>) => inTransaction(ctx, work),
    };
    await inSteps(opening, {
      rows: differing,
      size: together,
      work: async (ctx: TransactionContext, steps) => {
        await writeSteps(ctx, { steps, reason });
        ctx.afterCommit(() => void written.push(...steps));
      },
    });
  } finally {
    await tellImported(ctx, { written, areaId, reason });
  }
}

/**
 * Takes a list from CSV, or a workbook, into an area and below. A line for a place that has an entry makes its next version where it
 * differs; entries that the file does not name stay. With any bad line nothing is imported; with `dryRun` neither. What
 * is good is written some lines at a time, so that others are not held up; what was broken off is imported again: the
 * lines that are there already are the same. Throws `conflict` where another changes an entry meanwhile.
 */
export async function importList(
  ctx: Context,
  input: { reading: CsvReading; areaId: string; reason: string; dryRun: boolean },
): Promise<ImportOutcome> {
  ensure(mayEditList(ctx.actor, input.areaId));
  const { lines, faults } = readList(input.reading);
  const planned = plan(lines, await known(ctx, lines), input.areaId);
  const all = [...faults, ...planned.faults].sort((a, b) => a.line - b.line).slice(0, mostFaults);
  const differing = planned.steps.filter((step) => !step.same);
  const changed = differing.filter((step) => step.before).length;
  if (!input.dryRun && all.length === 0)
    await writeList(ctx, { differing, areaId: input.areaId, reason: input.reason });
  return {
    faults: all,
    entered: differing.length - changed,
    changed,
    same: planned.steps.length - differing.length,
  };
}
