import { eachByItself } from '../../each-by-itself';
import { isWithin } from '../../actor';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { followersAmong } from '../../notifications/index.server';
import { ballotKeyOf } from '../ballot-key.server';
import type { BallotKey, KeyedBallot } from '../ballot-key.server';
import { ballotEvents } from '../events';
import { registerPages } from './register.server';
import { enqueue } from '~/platform/jobs/enqueue.server';

const hour = 3600_000;
/** At most so long before the closing, and not before two thirds of the time are over. */
const longestNotice = 48 * hour;

/** When those who have not voted are reminded. */
export function reminderTime(opensAt: Date, closesAt: Date): Date {
  const third = (closesAt.getTime() - opensAt.getTime()) / 3;
  return new Date(closesAt.getTime() - Math.min(longestNotice, third));
}

/** Told by one job. */
const remindedAtOnce = 200;

interface RemindedBallot extends KeyedBallot {
  title: string;
  areaId: string;
  closesAt: Date;
}

/** Reminds once in each open ballot whose time for it has come. Answers in how many. */
export async function remindElectors(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const open = await ctx.database.read.ballot.findMany({
    where: { state: 'open', remindedAt: null, closesAt: { gt: now } },
  });
  let reminded = 0;
  await eachByItself(open, async (ballot) => {
    if (reminderTime(ballot.opensAt, ballot.closesAt) > now) return;
    const key = ballotKeyOf(ctx, ballot);
    if (key && (await remind(ctx, ballot, await electorsToRemind(ctx, ballot, key)))) reminded += 1;
  });
  return reminded;
}

/** Who lives in the ballot's area, or follows it or the ballot, and neither alone nor with the household has voted. */
async function electorsToRemind(ctx: ReadContext, ballot: RemindedBallot, key: BallotKey): Promise<string[]> {
  const found: string[] = [];
  for await (const page of registerPages(ctx, ballot.id, key)) {
    const missing = page.filter((elector) => !elector.unitVoted);
    const away = missing.filter(({ areaId }) => !isWithin(areaId, ballot.areaId));
    const following = await followersOf(
      ctx,
      ballot,
      away.map((elector) => elector.personId),
    );
    for (const { personId, areaId } of missing)
      if (isWithin(areaId, ballot.areaId) || following.has(personId)) found.push(personId);
  }
  return found;
}

function followersOf(ctx: ReadContext, ballot: RemindedBallot, personIds: string[]): Promise<Set<string>> {
  return followersAmong(ctx, personIds, [
    { subjectKind: 'ballot', subjectId: ballot.id },
    { subjectKind: 'area', subjectId: ballot.areaId },
  ]);
}

async function remind(ctx: Context, ballot: RemindedBallot, personIds: string[]): Promise<boolean> {
  const now = ctx.clock.now();
  return inTransaction(ctx, async (ctx) => {
    const claimed = await ctx.prisma.ballot.updateMany({
      where: { id: ballot.id, state: 'open', remindedAt: null },
      data: { remindedAt: now },
    });
    if (claimed.count === 0) return false;
    const eventId = await appendEvent(ctx, ballotEvents, {
      type: 'ballot.reminder',
      subjectKind: 'ballot',
      subjectId: ballot.id,
      areaId: ballot.areaId,
      publicData: { title: ballot.title, closesAt: ballot.closesAt },
    });
    for (let start = 0; start < personIds.length; start += remindedAtOnce) {
      const some = personIds.slice(start, start + remindedAtOnce);
      await enqueue(ctx, {
        kind: 'notify',
        payload: { eventId, audience: [{ kind: 'persons', personIds: some }] },
        runAt: now,
        idempotencyKey: `notify:${eventId}:${start}`,
      });
    }
    return true;
  });
}
