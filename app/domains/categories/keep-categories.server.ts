import type { Context, TransactionContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { portalTops } from '../identity/index.server';
import { inTransaction } from '../in-transaction.server';
import { appendEvent } from '../ledger/index.server';
import { ensureAsShown, revisionOf } from '../shown-fields.server';
import { fieldsOf, readCategories } from './categories.query.server';
import type { CategoryRow } from './categories.query.server';
import { categoryEvents } from './events';
import { categoryGroups } from './groups';
import { mayKeepCategories, mayRetire } from './policy';
import type { CategoryChange, CategoryMove, NewCategory } from './schema';
import { lockTable } from '~/platform/db/lock-row';

/** Nobody finds anything in a longer list. */
const mostCategories = 60;

type Told = 'added' | 'changed' | 'moved' | 'retired' | 'brought-back';

async function tellOfCategory(
  ctx: TransactionContext,
  what: Told,
  { id, ...said }: { id: string; title: string; was?: string; reason?: string },
): Promise<void> {
  await appendEvent(ctx, categoryEvents, {
    ...{ type: `category.${what}`, subjectKind: 'category', subjectId: id, areaId: null },
    publicData: said,
  });
}

/** One after the other: order and names are looked at as a whole. */
async function keeping<Result>(
  ctx: Context,
  act: (ctx: TransactionContext, rows: CategoryRow[]) => Promise<Result>,
): Promise<Result> {
  ensure(mayKeepCategories(ctx.actor, await portalTops(ctx)));
  return inTransaction(ctx, async (ctx) => {
    await lockTable(ctx, 'Category');
    return act(ctx, await readCategories(ctx.database));
  });
}

function found(rows: readonly CategoryRow[], id: string): CategoryRow {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new DomainError('not-found');
  return row;
}

/** Two that are called alike are told apart by nobody. */
function ensureNameFree(
  rows: readonly CategoryRow[],
  id: string,
  input: Pick<NewCategory, 'name' | 'nameEnglish'>,
) {
  const others = rows.filter((row) => row.id !== id && row.retiredAt === null);
  for (const field of ['name', 'nameEnglish'] as const)
    if (input[field] !== '' && others.some((row) => row[field].toLowerCase() === input[field].toLowerCase()))
      throw new DomainError('conflict', { field, reason: 'categories.known-name' });
}

const columnsOf = ({ name, nameEnglish, group }: Pick<NewCategory, 'name' | 'nameEnglish' | 'group'>) => ({
  ...{ name, nameEnglish, groupName: group === '' ? null : group },
});

/**
 * Adds a category at the end, before the one for what nobody has sorted; its code never changes. Throws `conflict`
 * where code or name are known.
 */
export function addCategory(ctx: Context, { code, reason, ...input }: NewCategory): Promise<string> {
  return keeping(ctx, async (ctx, rows) => {
    const isGroup = categoryGroups.some((group) => group === code);
    if (isGroup || rows.some(({ id }) => id === code))
      throw new DomainError('conflict', { field: 'code', reason: 'categories.known-code' });
    if (rows.length >= mostCategories)
      throw new DomainError('conflict', { reason: 'categories.too-many', params: { most: mostCategories } });
    ensureNameFree(rows, code, input);
    const position = (rows.at(-1)?.position ?? 0) + 10;
    await ctx.prisma.category.create({ data: { id: code, ...columnsOf(input), position } });
    await tellOfCategory(ctx, 'added', { id: code, title: input.name, reason });
    return code;
  });
}

/** Gives it other names or another group; what it was called stands in its history. Throws `conflict`. */
export function changeCategory(
  ctx: Context,
  id: string,
  { revision, reason, ...input }: CategoryChange,
): Promise<void> {
  return keeping(ctx, async (ctx, rows) => {
    const row = found(rows, id);
    ensureAsShown(revision, fieldsOf(row));
    if (revisionOf(fieldsOf(row)) === revisionOf(input))
      throw new DomainError('invalid', { field: 'name', reason: 'categories.same-words' });
    ensureNameFree(rows, id, input);
    await ctx.prisma.category.update({
      where: { id },
      data: { ...columnsOf(input) },
    });
    await tellOfCategory(ctx, 'changed', { id, title: input.name, was: row.name, reason });
  });
}

/** Puts it before the one above or behind the one below it, of those that can be chosen. */
export function moveCategory(ctx: Context, { code, way }: CategoryMove): Promise<void> {
  return keeping(ctx, async (ctx, rows) => {
    const row = found(rows, code);
    const open = rows.filter(({ retiredAt }) => retiredAt === null);
    const other = open[open.indexOf(row) + (way === 'up' ? -1 : 1)];
    if (row.retiredAt || !other) throw new DomainError('conflict', { reason: 'categories.at-the-end' });
    const order = open.map((one) => (one === row ? other : one === other ? row : one));
    for (const [index, one] of order.entries())
      if (one.position !== (index + 1) * 10)
        await ctx.prisma.category.update({ where: { id: one.id }, data: { position: (index + 1) * 10 } });
    await tellOfCategory(ctx, 'moved', { id: code, title: row.name });
  });
}

/** It cannot be chosen any more; what has it keeps it, under its name. */
export function retireCategory(ctx: Context, id: string, { reason }: { reason: string }): Promise<void> {
  return keeping(ctx, async (ctx, rows) => {
    const row = found(rows, id);
    ensure(mayRetire(row));
    await ctx.prisma.category.update({
      where: { id },
      data: { retiredAt: ctx.clock.now() },
    });
    await tellOfCategory(ctx, 'retired', { id, title: row.name, reason });
  });
}

/** It can be chosen again. */
export function bringBackCategory(ctx: Context, id: string, { reason }: { reason: string }): Promise<void> {
  return keeping(ctx, async (ctx, rows) => {
    const row = found(rows, id);
    if (row.retiredAt === null) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    ensureNameFree(rows, id, row);
    await ctx.prisma.category.update({
      where: { id },
      data: { retiredAt: null },
    });
    await tellOfCategory(ctx, 'brought-back', { id, title: row.name, reason });
  });
}
