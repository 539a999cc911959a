import type { ReadContext, TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { categoryGroups } from './groups';

export interface ChosenCategory {
  /** What the thing has already may stay, retired or not. */
  kept?: string | undefined;
  field?: string;
}

/** Throws `invalid` at the field unless it can be chosen. */
export async function ensureCategory(
  ctx: TransactionContext,
  code: string,
  { kept, field = 'category' }: ChosenCategory = {},
): Promise<void> {
  if (code === kept) return;
  const row = await ctx.prisma.category.findUnique({ where: { id: code }, select: { retiredAt: true } });
  if (!row) throw new DomainError('invalid', { field, reason: 'categories.unknown' });
  if (row.retiredAt) throw new DomainError('invalid', { field, reason: 'categories.retired' });
}

/** Codes that responsibility lists and limits may name: of all categories, retired or not, and of the groups. */
export async function listableCategories(ctx: ReadContext): Promise<Set<string>> {
  const rows = await ctx.database.read.category.findMany({ select: { id: true } });
  return new Set([...rows.map(({ id }) => id), ...categoryGroups]);
}
