import type { Context } from '../context';
import { doOnce, forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { ensureAsShown } from '../shown-fields.server';
import { appendEvent } from '../ledger/index.server';
import { responsibilityEvents } from './events';
import { mayEditList } from './policy';
import type { EntryInput } from './schema';
import { entryKey } from './schema';
import { currentEntry, endVersion, ensureDepartment, writeVersion } from './write-version.server';
import type { Transaction } from '~/platform/db/database.server';

interface Told {
  type: 'responsibility.entered' | 'responsibility.changed' | 'responsibility.removed';
  entryId: string;
  areaId: string;
  category: string;
  department: string;
  reason: string;
  departmentIds: string[];
}

function tell(tx: Transaction, ctx: Context, told: Told) {
  const { type, entryId, areaId, category, department, reason, departmentIds } = told;
  return appendEvent(tx, ctx, responsibilityEvents, {
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
  return doOnce(ctx, 'responsibility.enter', async (tx) => {
    const department = await ensureDepartment(tx, input.departmentId);
    if ((await tx.prisma.area.count({ where: { id: input.areaId } })) === 0)
      throw new DomainError('invalid', { field: 'areaId', reason: 'unknown-area' });
    if (await currentEntry(tx, key))
      throw new DomainError('conflict', { field: 'category', reason: 'responsibility.listed-already' });
    await tellEntered(tx, ctx, { ...input, name: department.name });
    return key;
  });
}

async function tellEntered(tx: Transaction, ctx: Context, input: EntryInput & { name: string }) {
  const entryId = await writeVersion(tx, ctx, input);
  const { areaId, category, reason, departmentId, name } = input;
  await tell(tx, ctx, {
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

async function standing(tx: Transaction, ctx: Context, key: string) {
  const entry = await currentEntry(tx, key);
  if (!entry) throw new DomainError('not-found');
  ensure(mayEditList(ctx.actor, entry.areaId));
  return entry;
}

/** Makes the next version of an entry; the one before stays readable with who changed it and why. */
export async function changeResponsibility(
  ctx: Context,
  input: Terms & { key: string; version: number },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const entry = await standing(tx, ctx, input.key);
    const { areaId, category, level, departmentId, basis, days } = entry;
    ensureAsShown(
      input.version,
      { departmentId, basis, days: days === null ? '' : String(days) },
      entry.version,
    );
    const department = await ensureDepartment(tx, input.departmentId);
    await endVersion(tx, ctx, input);
    const entryId = await writeVersion(tx, ctx, {
      ...input,
      areaId,
      category: category as EntryInput['category'],
      level: level as EntryInput['level'],
    });
    await tell(tx, ctx, {
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
  await ctx.database.transaction(async (tx) => {
    const entry = await standing(tx, ctx, input.key);
    await endVersion(tx, ctx, input);
    await forgetDone(tx, input.key);
    const department = await tx.prisma.organisation.findUnique({ where: { id: entry.departmentId } });
    await tell(tx, ctx, {
      type: 'responsibility.removed',
      entryId: entry.id,
      areaId: entry.areaId,
      category: entry.category,
      reason: input.reason,
      department: department?.name ?? '',
      departmentIds: [entry.departmentId],
    });
  });
}

/** Decides once who does what no list covers: the decision becomes an entry for the gap's area, category and level. */
export async function decideGap(ctx: Context, input: Terms & { gapId: string }): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const gap = await tx.prisma.responsibilityGap.findUnique({ where: { id: input.gapId } });
    if (!gap) throw new DomainError('not-found');
    ensure(mayEditList(ctx.actor, gap.areaId));
    if (gap.closedAt) throw new DomainError('conflict', { reason: 'already-decided' });
    const department = await ensureDepartment(tx, input.departmentId);
    const place = {
      areaId: gap.areaId,
      category: gap.category as EntryInput['category'],
      level: gap.level as EntryInput['level'],
    };
    await tellEntered(tx, ctx, { ...input, ...place, name: department.name });
  });
}
