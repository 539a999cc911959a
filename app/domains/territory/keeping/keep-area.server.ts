import { holdsRole } from '../../actor';
import type { Actor } from '../../actor';
import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { ensureAsShown, revisionOf } from '../../shown-fields.server';
import { territoryEvents } from '../events';
import type { AreaNames, NewArea } from '../schema';
import { allow, deny } from '~/lib/decision';
import { parentOf, readCode } from '~/lib/geo/division-code';
import type { AreaLevel } from '~/lib/geo/division-code';
import { isUniqueViolation } from '~/platform/db/unique-violation';

/** The names of an area, and which areas lie below it, are kept by administrators of the area or of one above. */
export const mayKeepArea = (actor: Actor, areaId: string) =>
  holdsRole(actor, 'administrator', areaId) ? allow : deny('territory.administrators-only');

const namesOf = ({ name, nameEnglish }: { name: string; nameEnglish: string | null }) => ({
  name,
  nameEnglish: nameEnglish ?? '',
});

/** What the form of the names is filled with, and its revision; whether the actor may keep them. Throws `not-found`. */
export async function areaNamesKept(ctx: Context, areaId: string) {
  const area = await ctx.database.read.area.findUnique({ where: { id: areaId } });
  if (!area) throw new DomainError('not-found');
  const fields = namesOf(area);
  const { code, level, closedAt } = area;
  return {
    code,
    level,
    closedAt,
    fields,
    revision: revisionOf(fields),
    may: mayKeepArea(ctx.actor, areaId).allowed,
  };
}

/** Gives the area other names, with the reason; the former ones stay in its history. Throws `conflict`. */
export async function renameArea(
  ctx: Context,
  areaId: string,
  { revision, reason, ...names }: AreaNames & { revision: string; reason: string },
): Promise<void> {
  ensure(mayKeepArea(ctx.actor, areaId));
  await inTransaction(ctx, async (ctx) => {
    const area = await ctx.prisma.area.findUnique({ where: { id: areaId } });
    if (!area) throw new DomainError('not-found');
    if (area.closedAt) throw new DomainError('conflict', { reason: 'territory.closed' });
    ensureAsShown(revision, namesOf(area));
    if (revisionOf(namesOf(area)) === revisionOf(names))
      throw new DomainError('invalid', { field: 'name', reason: 'territory.same-name' });
    const { name, nameEnglish } = area;
    const moved = await ctx.prisma.area.updateMany({
      where: { id: areaId, name, nameEnglish },
      data: { name: names.name, nameEnglish: names.nameEnglish || null },
    });
    if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await appendEvent(ctx, territoryEvents, {
      ...{ type: 'area.renamed', subjectKind: 'area', subjectId: areaId, areaId },
      publicData: { title: names.name, was: name, reason },
    });
  });
}

/** The id of the new area, where its code lies right below. Throws `invalid` at the code. */
function placeBelow(above: string, code: string) {
  const place = readCode(code);
  if (!place) throw new DomainError('invalid', { field: 'code', reason: 'territory.no-code' });
  if (parentOf(place.id) !== above)
    throw new DomainError('invalid', { field: 'code', reason: 'territory.not-below' });
  return place;
}

/** Throws `not-found`, or `conflict` where the area was closed into another. */
export async function ensureOpen(ctx: TransactionContext, areaId: string): Promise<void> {
  const place = await ctx.prisma.area.findUnique({ where: { id: areaId }, select: { closedAt: true } });
  if (!place) throw new DomainError('not-found');
  if (place.closedAt) throw new DomainError('conflict', { reason: 'territory.closed' });
}

interface WrittenArea extends AreaNames {
  id: string;
  code: string;
  level: AreaLevel;
  parentId: string;
}

/** A new area, and who set it up by what. */
export async function writeArea(
  ctx: TransactionContext,
  { id, code, level, name, nameEnglish, parentId }: WrittenArea,
  reason: string,
): Promise<void> {
  await ctx.prisma.area.create({
    data: { id, code, level, name, nameEnglish: nameEnglish || null, parentId },
  });
  await appendEvent(ctx, territoryEvents, {
    ...{ type: 'area.added', subjectKind: 'area', subjectId: id, areaId: id },
    publicData: { title: name, reason },
  });
}

/**
 * Adds an area right below one that the actor administers, by its official code; answers its id. Everything that is held
 * above reaches into it at once. Throws `conflict` where the code is known.
 */
export async function addArea(ctx: Context, above: string, input: NewArea): Promise<string> {
  ensure(mayKeepArea(ctx.actor, above));
  const { code, name, nameEnglish, reason } = input;
  const { id, level } = placeBelow(above, code);
  const area = { id, code, level, name, nameEnglish, parentId: above };
  const added = inTransaction(ctx, async (ctx) => {
    await ensureOpen(ctx, above);
    await writeArea(ctx, area, reason);
  });
  await added.catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError('conflict', { field: 'code', reason: 'territory.known-code' });
  });
  return id;
}
