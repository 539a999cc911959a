import type { ReadContext } from '../../context';
import { moderationCount, toldKinds } from './figures';
import type { ModerationFigures } from './figures';
import { groundOf } from '../grounds';
import { yearIn } from '~/lib/time/days';
import { spanOfMonths } from '~/lib/time/month';

/** The years of which there is something, the newest first. */
async function yearsOf(ctx: ReadContext): Promise<string[]> {
  const { timeZone } = ctx.configuration;
  const first = await ctx.database.read.queueItem.findFirst({
    where: { state: 'settled', decidedAt: { not: null } },
    orderBy: { decidedAt: 'asc' },
    select: { decidedAt: true },
  });
  const now = yearIn(ctx.clock.now(), timeZone);
  const from = first?.decidedAt ? yearIn(first.decidedAt, timeZone) : now;
  return Array.from({ length: Math.max(1, now - from + 1) }, (_, back) => String(now - back));
}

/** Rows in one query, between which others have their turn. */
const readAtOnce = 2000;

/** What was decided in a year or a month of the place: read once, in pieces, and counted as it is read. */
async function figuresOf(ctx: ReadContext, period: string): Promise<ModerationFigures> {
  const [first, last] = period.length === 4 ? [`${period}-01`, `${period}-12`] : [period, period];
  const { from, to, monthAt } = spanOfMonths(first, last, ctx.configuration.timeZone);
  const count = moderationCount(monthAt);
  for (let after: { at: Date; id: string } | null = null; ;) {
    const rows = await decisionsBehind(ctx, { from, to, after });
    for (const { id, decidedAt, decision, ...row } of rows) {
      if (!decidedAt) continue;
      after = { at: decidedAt, id };
      if (!decision) continue;
      count.add({ ...row, decidedAt, decision, ground: groundOf({ ground: row.ground, decision }) });
    }
    if (rows.length < readAtOnce) return count.figures();
  }
}

interface Piece {
  from: Date;
  to: Date;
  /** The last row that was read. */
  after: { at: Date; id: string } | null;
}

function decisionsBehind(ctx: ReadContext, { from, to, after }: Piece) {
  const behind = after && {
    OR: [{ decidedAt: { gt: after.at } }, { decidedAt: after.at, id: { gt: after.id } }],
  };
  return ctx.database.read.queueItem.findMany({
    where: { state: 'settled', decidedAt: { gte: after?.at ?? from, lt: to }, ...behind },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    take: readAtOnce,
    select: {
      ...{ id: true, kind: true, decision: true, ground: true },
      ...{ createdAt: true, decidedAt: true, dueAt: true },
    },
  });
}

/**
 * What moderation did in a year or a month: by kind, outcome and ground, the time that it took, and appeals. What stands
 * in the public log one by one is counted as it is; of what does not, small numbers are kept back, and so is whatever
 * they would follow from.
 */
export async function moderationStatistics(ctx: ReadContext, asked: string | null) {
  const years = await yearsOf(ctx);
  const newest = years[0] ?? '';
  const known =
    asked !== null && /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(asked) && years.includes(asked.slice(0, 4));
  const period = known ? asked : newest;
  const { kinds, ...others } = await figuresOf(ctx, period);
  return { years, period, ...others, kinds: toldKinds(kinds, period.length === 4 && period < newest) };
}
