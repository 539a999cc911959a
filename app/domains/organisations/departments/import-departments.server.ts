import { isWithin } from '../../actor';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { administeredAreas } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { openAreasNamed, topAreas } from '../../territory/index.server';
import { inviteToDepartment } from '../invite-member.server';
import { organisationLifecycle } from '../lifecycle';
import { tellOfOrganisation } from '../load-organisation.server';
import { mostDepartmentFaults, readDepartments } from './read-departments';
import type { DepartmentFault, DepartmentLine } from './read-departments';
import type { CsvReading } from '~/lib/csv/read-csv';
import { stepOf } from '~/lib/lifecycle';
import { inSteps } from '~/platform/db/lists/in-steps';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

/** What a line would do, or has done. */
export interface DepartmentStep {
  line: number;
  name: string;
  act: 'enter' | 'change' | 'none';
  /** The columns that differ. */
  changes: string[];
  /** Somebody is invited to act for it. */
  invites: boolean;
}

export interface DepartmentsOutcome {
  faults: DepartmentFault[];
  steps: DepartmentStep[];
}

/** The areas in which the actor enters departments: the command line in all. Throws `forbidden` where there is none. */
export async function areasOfDepartments(ctx: ReadContext): Promise<string[]> {
  if (ctx.actor.kind === 'system') return (await topAreas(ctx)).map(({ id }) => id);
  const areas = administeredAreas(ctx);
  if (areas.length === 0) throw new DomainError('forbidden', { reason: 'identity.administrators-only' });
  return areas;
}

function known(ctx: ReadContext, codes: string[]) {
  return ctx.database.read.organisation.findMany({
    where: { verifiedCode: { in: codes } },
    select: {
      ...{ id: true, kind: true, name: true, areaId: true, about: true, contact: true, creditCode: true },
      members: { select: { personId: true }, take: 1 },
      invitations: { select: { email: true } },
    },
  });
}
type Known = Awaited<ReturnType<typeof known>>[number];

interface Planned extends Omit<DepartmentLine, 'area'> {
  areaId: string;
  before: Known | null;
  changes: string[];
  invites: boolean;
}

/** What differs from what is there, by column. */
function differing(line: DepartmentLine, areaId: string, before: Known): string[] {
  const { name, about, contact } = line;
  const now = { name, area: areaId, about, contact };
  const was = { ...before, area: before.areaId, contact: before.contact ?? '' };
  return (Object.keys(now) as (keyof typeof now)[]).filter((column) => now[column] !== was[column]);
}

/** Nobody acts for it yet, and nobody was asked under this address. */
const isAlone = ({ members, invitations }: Known, mail: string) =>
  members.length === 0 && !invitations.some(({ email }) => email === mail);

async function plan(ctx: ReadContext, lines: readonly DepartmentLine[]) {
  const scope = await areasOfDepartments(ctx);
  const named = await openAreasNamed(ctx, { words: lines.map(({ area }) => area), scope });
  const rows = await known(
    ctx,
    lines.map(({ creditCode }) => creditCode),
  );
  const byCode = new Map(rows.map((row) => [row.creditCode, row]));
  const faults: DepartmentFault[] = [];
  const planned = lines.flatMap(({ area, ...line }): Planned[] => {
    const refuse = (fault: string, value: string) => {
      faults.push({ line: line.line, fault, value });
      return [];
    };
    const [areaId, ...others] = named.get(area) ?? [];
    if (areaId === undefined) return refuse('fault.unknown-area', area);
    if (others.length > 0) return refuse('fault.area-twice', area);
    const before = byCode.get(line.creditCode) ?? null;
    if (before && before.kind !== 'department') return refuse('fault.other-kind', before.name);
    if (before && !scope.some((top) => isWithin(before.areaId, top)))
      return refuse('fault.other-area', before.name);
    const changes = before ? differing({ ...line, area }, areaId, before) : [];
    const invites = line.mail !== '' && (!before || isAlone(before, line.mail));
    return [{ ...line, areaId, before, changes, invites }];
  });
  return { planned, faults };
}

const changedMeanwhile = () => new DomainError('conflict', { reason: 'changed-meanwhile' });

const columnsOf = ({ name, areaId, about, contact }: Planned) => ({ name, areaId, about, contact });

async function enter(ctx: TransactionContext, step: Planned, reason: string): Promise<string> {
  const now = ctx.clock.now();
  const id = newId(now);
  const { creditCode } = step;
  await ctx.prisma.organisation.create({
    data: {
      ...{ id, kind: 'department', creditCode, ...columnsOf(step) },
      state: stepOf(organisationLifecycle, 'verify').to,
      ...{ verifiedCode: creditCode, verifiedAt: now, createdAt: now },
    },
  });
  const organisation = { id, name: step.name, areaId: step.areaId };
  await tellOfOrganisation(ctx, { type: 'organisation.verified', organisation, reason });
  return id;
}

/** Where somebody has changed it since it was read nothing is written over. */
async function change(ctx: TransactionContext, { before, ...step }: Planned, reason: string): Promise<void> {
  if (!before) return;
  const { id, name, areaId, about, contact } = before;
  const changed = await ctx.prisma.organisation.updateMany({
    where: { id, name, areaId, about, contact, verifiedCode: step.creditCode },
    data: columnsOf({ ...step, before }),
  });
  if (changed.count === 0) throw changedMeanwhile();
  const organisation = { id, name: step.name, areaId: step.areaId };
  await tellOfOrganisation(ctx, { type: 'organisation.corrected', organisation, reason });
}

async function write(ctx: TransactionContext, step: Planned, reason: string): Promise<void> {
  const organisationId = step.before?.id ?? (await enter(ctx, step, reason));
  if (step.changes.length > 0) await change(ctx, step, reason);
  if (step.invites) await inviteToDepartment(ctx, { organisationId, email: step.mail });
}

const isDone = ({ before, changes, invites }: Planned) => before !== null && changes.length === 0 && !invites;

/** Departments of one transaction. */
const together = 50;

/**
 * Takes a list of departments: those whose code is new are entered as verified, those that are there are corrected; none is
 * taken out of service. With any bad line nothing is imported, and with `dryRun` neither. What was broken off is imported
 * again: what is there already stays as it is. Throws `conflict` where somebody changes a department meanwhile.
 */
export async function importDepartments(
  ctx: Context,
  { reading, reason, dryRun }: { reading: CsvReading; reason: string; dryRun: boolean },
): Promise<DepartmentsOutcome> {
  const { lines, faults } = readDepartments(reading);
  const { planned, faults: more } = await plan(ctx, lines);
  const all = [...faults, ...more].sort((a, b) => a.line - b.line).slice(0, mostDepartmentFaults);
  if (!dryRun && all.length === 0) await writeAll(ctx, planned, reason);
  const steps = planned.map((step): DepartmentStep => {
    const act = step.before === null ? 'enter' : step.changes.length > 0 ? 'change' : 'none';
    return { line: step.line, name: step.name, act, changes: step.changes, invites: step.invites };
  });
  return { faults: all, steps };
}

async function writeAll(ctx: Context, planned: readonly Planned[], reason: string): Promise<void> {
  const opening = {
    engine: ctx.database.engine,
    transaction: <Result>(work: (ctx: TransactionContext) => Promise<Result>) => inTransaction(ctx, work),
  };
  try {
    await inSteps(opening, {
      rows: planned.filter((step) => !isDone(step)),
      size: together,
      work: async (ctx: TransactionContext, steps) => {
        for (const step of steps) await write(ctx, step, reason);
      },
    });
  } catch (error) {
    // Entered, or invited, by another list meanwhile: read again, it is there.
    if (isUniqueViolation(error)) throw changedMeanwhile();
    throw error;
  }
}

/** The departments that the actor keeps, line by line as the import reads them. */
export async function departmentRows(ctx: ReadContext): Promise<string[][]> {
  const scope = await areasOfDepartments(ctx);
  const rows = await ctx.database.read.organisation.findMany({
    where: { kind: 'department', verifiedCode: { not: null } },
    orderBy: [{ areaId: 'asc' }, { id: 'asc' }],
    select: { creditCode: true, name: true, areaId: true, about: true, contact: true },
  });
  return rows
    .filter(({ areaId }) => scope.some((top) => isWithin(areaId, top)))
    .map(({ creditCode, name, areaId, about, contact }) => [creditCode, name, areaId, about, contact ?? '']);
}
