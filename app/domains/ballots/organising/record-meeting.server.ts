import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import { meetingValues } from './meeting-values';
import type { Meeting, RecordedMeeting } from './meeting';
import { mayRecordMeeting } from '../policy';
import { readTerms } from './terms';
import { lockRow } from '~/platform/db/lock-row';

/** What the form that completes the record is filled with. Throws `not-found`, `forbidden` with the reason. */
export async function recordedMeeting(ctx: ReadContext, ballotId: string) {
  const ballot = await ctx.database.read.ballot.findUnique({ where: { id: ballotId } });
  if (!ballot) throw new DomainError('not-found');
  ensure(mayRecordMeeting(ctx.actor, ballot));
  const { id, title, terms } = ballot;
  return { id, title, values: meetingValues(readTerms(terms).meeting) };
}

/** How a value that was not there before is called in the history. */
const nothing = '—';

/**
 * Completes what the statutory record says of its meeting, or corrects it; each time is public. The count, which makes the
 * record, publishes what stood when it began and begins anew where that has changed. The same again changes nothing. Throws
 * `forbidden` with the reason.
 */
export async function recordMeeting(ctx: Context, ballotId: string, input: RecordedMeeting): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Ballot', ballotId);
    const ballot = await ctx.prisma.ballot.findUnique({ where: { id: ballotId } });
    if (!ballot) throw new DomainError('not-found');
    ensure(mayRecordMeeting(ctx.actor, ballot));
    const terms = readTerms(ballot.terms);
    const { meetingKind: kind, convener, meetingPlace: place } = input;
    const meeting: Meeting = { kind, convener, place };
    const changed = changesOf(terms.meeting, meeting);
    if (changed.length === 0) return;
    await ctx.prisma.ballot.update({
      where: { id: ballotId },
      data: { terms: JSON.stringify({ ...terms, meeting }) },
    });
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.meeting-recorded',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title, changed },
    });
  });
}

function changesOf(was: Meeting | null, is: Meeting) {
  const [before, now] = [meetingValues(was), meetingValues(is)];
  return (['meetingKind', 'convener', 'meetingPlace'] as const).flatMap((field) =>
    before[field] === now[field] ? [] : [{ field, was: before[field] || nothing, is: now[field] }],
  );
}
