import type { Context } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { factsOfOrders } from '../../workorders/index.server';
import { holdMeeting, tellOfMeeting } from '../load-meeting.server';

/** Decisions read at once, with their orders. */
const atOnce = 200;

/** What an order came to that settles what was decided: those who asked say it is solved, or nobody says otherwise. */
const isFinished = ({ verdict }: { verdict: string | null }): boolean =>
  verdict === 'solved' || verdict === 'silent';

const openAfter = (ctx: Context, after: string) =>
  ctx.database.read.meetingDecision.findMany({
    where: { id: { gt: after }, outcomeKind: 'work-order', doneAt: null },
    orderBy: { id: 'asc' },
    take: atOnce,
    select: { id: true, meetingId: true, outcomeId: true },
  });

/**
 * Settles each decision whose work order is finished: it comes back on no agenda, and those concerned are told. Answers
 * how many.
 */
export async function settleFinished(ctx: Context): Promise<number> {
  let settled = 0;
  for (let after = ''; ;) {
    const open = await openAfter(ctx, after);
    const orderIds = open.flatMap(({ outcomeId }) => outcomeId ?? []);
    const facts = await inTransaction(ctx, (ctx) => factsOfOrders(ctx, orderIds));
    const finished = new Set(facts.filter(isFinished).map(({ id }) => id));
    await eachByItself(open, async ({ id, meetingId, outcomeId }) => {
      if (finished.has(outcomeId ?? '') && (await settle(ctx, meetingId, id))) settled += 1;
    });
    const last = open.at(-1);
    if (!last || open.length < atOnce) return settled;
    after = last.id;
  }
}

/** Without words of anybody: the page says what it became, and that this is finished. */
function settle(ctx: Context, meetingId: string, decisionId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    const decision = meeting.decisions.find(({ id }) => id === decisionId);
    if (!decision || decision.doneAt) return false;
    await ctx.prisma.meetingDecision.update({
      where: { id: decisionId },
      data: { doneAt: ctx.clock.now(), doneWords: '' },
    });
    await ctx.prisma.meetingItem.deleteMany({ where: { decisionId, meeting: { state: 'convened' } } });
    const publicData = { number: decision.number };
    await tellOfMeeting(ctx, { meeting, type: 'meeting.decision-done', publicData });
    return true;
  });
}
