import type { Context, TransactionContext } from '../context';
import { ensureCategory } from '../categories/index.server';
import { categoryGroups } from '../categories/schema';
import { inTransaction } from '../in-transaction.server';
import { doOnce, forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { ensureAsShown } from '../shown-fields.server';
import { appendEvent } from '../ledger/index.server';
import { ensureArea } from '../territory/index.server';
import { responsibilityEvents } from './events';
import { mayEditList } from './policy';
import type { EntryInput } from './schema';
import { entryKey } from './schema';
import { currentEntry, endVersion, ensureDepartment, writeVersion } from './write-version.server';
import { organisationNames } from '../organisations/index.server';

interface Told {
  type: 'responsibility.entered' | 'responsibility.changed' | 'responsibility.removed';
  entryId: string;
  areaId: string;
  category: string;
  department: string;
  reason: string;
  departmentIds: string[];
}

function tellOfList(ctx: TransactionContext, told: Told) {
  const { type, entryId, areaId, category, department, reason, departmentIds } = told;
  return appendEvent(ctx, responsibilityEvents, {
    type,
    subjectKind: 'responsibility',
    subjectId: entryId,
    areaId,
    publicData: { title: department, category, reason },
    privateData: { departmentIds },
  });
}

/** A new entry of the list in an area of the actor's; answers its key. */
export async function enterResponsibility(ctx: Context, input: EntryInput): Promise<string> {
  ensure(mayEditList(ctx.actor, input.areaId));
  const key = entryKey(input);
  return doOnce(ctx, 'responsibility.enter', async (ctx) => {
    const department = await ensureDepartment(ctx, input.departmentId);
    await ensureArea(ctx, input.areaId);
    if (!categoryGroups.some((group) => group === input.category)) await ensureCategory(ctx, input.category);
    if (await currentEntry(ctx, key))
      throw new DomainError('conflict', { field: 'category', reason: 'responsibility.listed-already' });
    await tellEntered(ctx, { ...input, name: department.name });
    return key;
  });
}

async function tellEntered(ctx: TransactionContext, input: EntryInput & { name: string }) {
  const entryId = await writeVersion(ctx, input);
  const { areaId, category, reason, departmentId, name } = input;
  await tellOfList(ctx, {
    type: 'responsibility.entered',
    entryId,
    areaId,
    category,
    reason,
    department: name,
    departmentIds: [departmentId],
  });
}

type Terms = Pick<EntryInput, 'departmentId' | 'basis' | 'days' | 'reason'>;

async function standing(ctx: TransactionContext, key: string) {
  const entry = await currentEntry(ctx, key);
  if (!entry) throw new DomainError('not-found');
  ensure(mayEditList(ctx.actor, entry.areaId));
  return entry;
}

/** Makes the next version of an entry; the one before stays readable with who changed it and why. */
export async function changeResponsibility(
  ctx: Context,
  input: Terms & { key: string; version: number },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const entry = await standing(ctx, input.key);
    const { areaId, category, level, departmentId, basis, days } = entry;
    ensureAsShown(
      input.version,
      { departmentId, basis, days: days === null ? '' : String(days) },
      entry.version,
    );
    const department = await ensureDepartment(ctx, input.departmentId);
    await endVersion(ctx, input);
    const entryId = await writeVersion(ctx, {
      ...input,
      areaId,
      category: category as EntryInput['category'],
      level: level as EntryInput['level'],
    });
    await tellOfList(ctx, {
      type: 'responsibility.changed',
      entryId,
      areaId,
      category,
      reason: input.reason,
      department: department.name,
      departmentIds: [...new Set([entry.departmentId, input.departmentId])],
    });
  });
}

/** Takes an entry off the list; its versions stay readable. */
export async function removeResponsibility(
  ctx: Context,
  input: { key: string; version: number; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const entry = await standing(ctx, input.key);
    await endVersion(ctx, input);
    await forgetDone(ctx, input.key);
    const names = await organisationNames(ctx, [entry.departmentId]);
    await tellOfList(ctx, {
      type: 'responsibility.removed',
      entryId: entry.id,
      areaId: entry.areaId,
      category: entry.category,
      reason: input.reason,
      department: names[entry.departmentId] ?? '',
      departmentIds: [entry.departmentId],
    });
  });
}

/** Decides once who does what no list covers: the decision becomes an entry for the gap's area, category and level. */
export async function decideGap(ctx: Context, input: Terms & { gapId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const gap = await ctx.prisma.responsibilityGap.findUnique({ where: { id: input.gapId } });
    if (!gap) throw new DomainError('not-found');
    ensure(mayEditList(ctx.actor, gap.areaId));
    if (gap.closedAt) throw new DomainError('conflict', { reason: 'already-decided' });
    const department = await ensureDepartment(ctx, input.departmentId);
    const place = {
      areaId: gap.areaId,
      category: gap.category as EntryInput['category'],
      level: gap.level as EntryInput['level'],
    };
    // There is an entry where its department works no more: what was decided takes its place.
    const before = await currentEntry(ctx, entryKey(place));
    if (before) await endVersion(ctx, { ...before, reason: input.reason });
    await tellEntered(ctx, { ...input, ...place, name: department.name });
  });
}
