import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { responsibilityEvents } from './events';
import { mayEditList } from './policy';
import { isWithin } from '../actor';
import { mostFaults, readList } from './rules/read-list';
import type { LineFault, ListLine } from './rules/read-list';
import { entryKey } from './schema';
import { endVersion, writeVersion } from './write-version.server';
import type { Reader } from '~/platform/db/database.server';

export interface ImportOutcome {
  faults: LineFault[];
  entered: number;
  changed: number;
  same: number;
}

type Reads = Pick<Reader, 'organisation' | 'area' | 'responsibilityEntry'>;

async function known(prisma: Reads, lines: readonly ListLine[]) {
  const [departments, areas, entries] = await Promise.all([
    prisma.organisation.findMany({
      where: {
        creditCode: { in: [...new Set(lines.map((line) => line.departmentCode))] },
        kind: 'department',
        state: 'verified',
      },
      select: { id: true, creditCode: true },
    }),
    prisma.area.findMany({
      where: { id: { in: [...new Set(lines.map((line) => line.areaId))] } },
      select: { id: true },
    }),
    prisma.responsibilityEntry.findMany({
      where: { currentKey: { in: lines.map((line) => entryKey(line)) } },
    }),
  ]);
  return {
    departments: new Map(departments.map((row) => [row.creditCode, row.id])),
    areas: new Set(areas.map((row) => row.id)),
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

/**
 * Takes a list from CSV into an area and below. A line for a place that has an entry makes its next version where it
 * differs; entries that the file does not name stay. With any bad line nothing is imported; with `dryRun` neither.
 */
export async function importList(
  ctx: Context,
  input: { table: Uint8Array | string; areaId: string; reason: string; dryRun: boolean },
): Promise<ImportOutcome> {
  ensure(mayEditList(ctx.actor, input.areaId));
  const { lines, faults } = readList(input.table);
  return inTransaction(ctx, async (ctx) => {
    const planned = plan(lines, await known(ctx.prisma, lines), input.areaId);
    const all = [...faults, ...planned.faults].sort((a, b) => a.line - b.line).slice(0, mostFaults);
    const differing = planned.steps.filter((step) => !step.same);
    const changed = differing.filter((step) => step.before).length;
    const outcome = {
      faults: all,
      entered: differing.length - changed,
      changed,
      same: planned.steps.length - differing.length,
    };
    if (input.dryRun || all.length > 0 || differing.length === 0) return outcome;
    for (const { before, ...step } of differing) {
      const terms = { ...step, reason: input.reason };
      if (before) await endVersion(ctx, { key: before.key, version: before.version, reason: input.reason });
      await writeVersion(ctx, terms);
    }
    await appendEvent(ctx, responsibilityEvents, {
      type: 'responsibility.imported',
      subjectKind: 'responsibility',
      subjectId: input.areaId,
      areaId: input.areaId,
      publicData: { count: differing.length, reason: input.reason },
      privateData: { departmentIds: [...new Set(differing.map((step) => step.departmentId))] },
    });
    return outcome;
  });
}
