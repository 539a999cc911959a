import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent, hasDone } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import type { BallotOfRoll } from './held-ballot.server';

const oneHour = 3600_000;

/**
 * That one of the staff read names and places is on record, once an hour for each of them. While votes are taken it is
 * not written: beside a paper it would say who stood at the counter's screen when.
 */
export async function recordReading(ctx: Context, ballot: BallotOfRoll): Promise<void> {
  if (ctx.actor.kind !== 'person' || ballot.state === 'open') return;
  const since = new Date(ctx.clock.now().getTime() - oneHour);
  if (await hasDone(ctx, { type: 'ballot.roll-read', subjectKind: 'ballot', subjectId: ballot.id, since }))
    return;
  await inTransaction(ctx, (ctx) =>
    appendEvent(ctx, ballotEvents, {
      type: 'ballot.roll-read',
      subjectKind: 'ballot',
      subjectId: ballot.id,
      areaId: ballot.areaId,
      publicData: { title: ballot.title },
    }),
  );
}
