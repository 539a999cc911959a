import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { newId } from '~/platform/ids';

const most = 30;

/** Keeps a query of the workbench under a name, in place of one of the same name. */
export async function saveFilter(ctx: Context, input: { name: string; query: string }): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const { name, query } = input;
  const now = ctx.clock.now();
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.savedFilter.upsert({
      where: { personId_name: { personId, name } },
      create: { id: newId(now), personId, name, query, createdAt: now },
      update: { query },
    }),
  );
}

export async function removeFilter(ctx: Context, id: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await inTransaction(ctx, (ctx) => ctx.prisma.savedFilter.deleteMany({ where: { id, personId } }));
}

export async function savedFilters(ctx: ReadContext) {
  if (ctx.actor.kind !== 'person') return [];
  return ctx.database.read.savedFilter.findMany({
    where: { personId: ctx.actor.personId },
    orderBy: { name: 'asc' },
    take: most,
    select: { id: true, name: true, query: true },
  });
}
