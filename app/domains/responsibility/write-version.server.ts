import type { ReadContext, TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { closeGaps } from './close-gaps.server';
import { entryKey } from './schema';
import type { EntryInput } from './schema';
import { organisationsById } from '../organisations/index.server';
import type { Transaction } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

const who = (ctx: ReadContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : 'system');

/** A verified department, or `invalid` at the field. */
export async function ensureDepartment(ctx: ReadContext, id: string) {
  const department = (await organisationsById(ctx, [id])).get(id);
  if (department?.kind !== 'department' || department.state !== 'verified')
    throw new DomainError('invalid', { field: 'departmentId', reason: 'work-orders.unknown-department' });
  return department;
}

/** The version of the entry that counts, or null. */
export function currentEntry(tx: Transaction, key: string) {
  return tx.prisma.responsibilityEntry.findUnique({ where: { currentKey: key } });
}

/** Ends the version that counts. Refused where another has changed the entry since `version` was read. */
export async function endVersion(
  ctx: TransactionContext,
  given: { key: string; version: number; reason: string },
): Promise<void> {
  const ended = await ctx.prisma.responsibilityEntry.updateMany({
    where: { currentKey: given.key, version: given.version },
    data: { currentKey: null, until: ctx.clock.now(), endReason: given.reason, endedBy: who(ctx) },
  });
  if (ended.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

/** Writes the next version of an entry; answers its id. The gaps that it covers are closed. */
export async function writeVersion(ctx: TransactionContext, input: EntryInput): Promise<string> {
  const { areaId, category, level, departmentId, basis, days, reason } = input;
  const key = entryKey(input);
  const now = ctx.clock.now();
  const id = newId(now);
  const last = await ctx.prisma.responsibilityEntry.findFirst({
    where: { key },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  const columns = { areaId, category, level, departmentId, basis, days: days ?? null, reason };
  try {
    await ctx.prisma.responsibilityEntry.create({
      data: {
        id,
        key,
        version: (last?.version ?? 0) + 1,
        ...columns,
        changedBy: who(ctx),
        from: now,
        currentKey: key,
      },
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { reason: 'responsibility.listed-already' });
    throw error;
  }
  await closeGaps(ctx, { areaId, category, level, entryId: id });
  return id;
}
