import { z } from 'zod';
import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { appendEvent } from '../ledger/index.server';
import { officialAreaNames, successorsOf } from '../territory/index.server';
import { identityEvents } from './events';
import { householdIn } from './residence/household-in.server';
import { enqueue } from '~/platform/jobs/enqueue.server';

const reopenedSchema = z.object({ areaId: z.string(), from: z.string() });
export type ReopenedArea = z.output<typeof reopenedSchema>;

/** Residents, who may be many, come back by a job. */
export async function followReopenedArea(ctx: TransactionContext, reopened: ReopenedArea): Promise<void> {
  const now = ctx.clock.now();
  await enqueue(ctx, {
    ...{ kind: 'identity.area-reopened', payload: reopened, runAt: now },
    idempotencyKey: `area-reopened:${reopened.areaId}:${now.toISOString()}`,
  });
}

const together = 50;

/** Of the next few who live in the successor those whose home was confirmed last in the area that is open again. */
async function returning(ctx: TransactionContext, { areaId, from }: ReopenedArea, after: string) {
  const people = await ctx.prisma.person.findMany({
    where: { residenceAreaId: from, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: together,
    select: {
      ...{ id: true, homeAreaId: true },
      verifications: {
        where: { state: 'confirmed' },
        orderBy: { decidedAt: 'desc' },
        take: 1,
        select: { areaId: true },
      },
    },
  });
  const back = people.filter(({ verifications: [last] }) => last?.areaId === areaId);
  return { back, next: people.length === together ? (people.at(-1)?.id ?? null) : null };
}

/** Moves the next few back; answers after whom it goes on, or null. */
async function moveSome(
  ctx: TransactionContext,
  reopened: ReopenedArea,
  after: string,
): Promise<string | null> {
  const { areaId, from } = reopened;
  // Closed anew meanwhile: they live in its successor.
  if ((await successorsOf(ctx.database, [areaId])).length > 0) return null;
  const hashing = await ctx.keys.hold(ctx);
  const { back, next } = await returning(ctx, reopened, after);
  const names = await officialAreaNames(ctx, [from, areaId]);
  for (const { id, homeAreaId } of back) {
    const household = await householdIn(ctx, hashing, { personId: id, areaId });
    await ctx.prisma.person.update({
      where: { id },
      data: {
        ...{ residenceAreaId: areaId, ...household },
        ...(homeAreaId === from && { homeAreaId: areaId }),
      },
    });
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'residence.area-reopened', subjectKind: 'person', subjectId: id, areaId },
      publicData: { title: '', was: names[from] ?? from, now: names[areaId] ?? areaId },
    });
  }
  return next;
}

/** The handler of the job: done again it finds nobody. */
export async function returnResidents(ctx: Context, payload: unknown): Promise<void> {
  const reopened = reopenedSchema.parse(payload);
  for (let after: string | null = ''; after !== null; await ctx.giveWay()) {
    const from: string = after;
    after = await inTransaction(ctx, (ctx) => moveSome(ctx, reopened, from));
  }
}
