import type { ReadContext } from '../../context';
import { stepOf } from '~/lib/lifecycle';
import { careTaskLifecycle, unsettledStates } from '../lifecycle';
import type { DeclaredFacts } from '../rules/priority';
import type { Prisma } from '~/platform/db/database.server';

/** The columns of an entry by which it is ordered: none says who it is. */
export const orderedBy = {
  ...{ id: true, createdAt: true, decidedAt: true, urgent: true, rhythmDays: true },
  ...{ lastContactAt: true, raisedUntil: true },
} as const satisfies Prisma.CareNeedSelect;

type OrderedRow = Prisma.CareNeedGetPayload<{ select: typeof orderedBy }>;

const moreToDo: string = stepOf(careTaskLifecycle, 'record-follow-up').to;

/** For each of the entries what the order knows of it, by one query more. */
export async function declaredFacts(
  ctx: ReadContext,
  rows: readonly OrderedRow[],
): Promise<Map<string, DeclaredFacts>> {
  const open = await ctx.database.read.careTask.groupBy({
    by: ['needId', 'state'],
    where: { needId: { in: rows.map(({ id }) => id) }, state: { in: [...unsettledStates] } },
    _count: { _all: true },
  });
  const count = (id: string, more: boolean) =>
    open
      .filter(({ needId, state }) => needId === id && (state === moreToDo) === more)
      .reduce((sum, { _count }) => sum + _count._all, 0);
  return new Map(
    rows.map(({ id, createdAt, decidedAt, ...row }) => [
      id,
      { ...row, since: decidedAt ?? createdAt, unmet: count(id, false), followUps: count(id, true) },
    ]),
  );
}
