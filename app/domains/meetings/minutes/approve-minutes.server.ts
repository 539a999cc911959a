import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { organisationNames } from '../../organisations/index.server';
import { forgetAddresses } from '../seats/forget-addresses.server';
import { holdMeeting, moveMeeting, quorumOf, tellOfMeeting } from '../load-meeting.server';
import type { LoadedMeeting, Seat } from '../load-meeting.server';
import { mayGiveVerdict } from '../policy';
import { approvalDays, approvalOf } from '../rules/approval';
import { textOfMinutes } from '../rules/published-minutes';
import type { VerdictInput } from '../schema';
import { sha256 } from '~/lib/sha256';

/** The minutes as they will be read by everyone; people by their capacity. */
async function minutesText(ctx: TransactionContext, meeting: LoadedMeeting): Promise<string> {
  const ids = meeting.seats.flatMap(({ organisationId }) => organisationId ?? []);
  const own = meeting.organisationId;
  const names = await organisationNames(ctx, own ? [...ids, own] : ids);
  const seats = meeting.seats.map(({ organisationId, capacity, presentAt }) => ({
    as: organisationId ? (names[organisationId] ?? '') : capacity,
    present: presentAt !== null,
  }));
  const organiser = own ? (names[own] ?? null) : null;
  return textOfMinutes({ ...meeting, quorum: quorumOf(meeting), seats, organiser });
}

/** Organisations that were made responsible and do not sit at the table: they hear of it with the minutes. */
function responsibleElsewhere({
  decisions,
  seats,
}: LoadedMeeting): Pick<Seat, 'personId' | 'organisationId'>[] {
  const atTable = new Set(seats.map(({ organisationId }) => organisationId));
  const ids = decisions.flatMap(({ result, responsibleKind, responsibleId }) =>
    result === 'carried' && responsibleKind === 'organisation' && responsibleId ? [responsibleId] : [],
  );
  return [...new Set(ids)]
    .filter((id) => !atTable.has(id))
    .map((organisationId) => ({ personId: null, organisationId }));
}

/** Publishes minutes that count as approved; nothing where they do not, or do no more. */
async function publishIfApproved(ctx: TransactionContext, meetingId: string): Promise<void> {
  const now = ctx.clock.now();
  const meeting = await holdMeeting(ctx, meetingId);
  if (meeting.state !== 'in-approval' || !meeting.laidAt) return;
  const verdicts = meeting.seats.filter((seat) => seat.presentAt !== null).map(({ verdict }) => verdict);
  const approval = approvalOf({ verdicts, laidAt: meeting.laidAt }, now);
  if (approval !== 'approved' && approval !== 'by-term') return;
  const publishedText = await minutesText(ctx, meeting);
  await moveMeeting(ctx, {
    meeting,
    event: 'publish',
    columns: { publishedAt: now, publishedText, contentHash: sha256(publishedText) },
  });
  await forgetAddresses(ctx, meetingId);
  const to = [...meeting.seats, ...responsibleElsewhere(meeting)];
  await tellOfMeeting({ ...ctx, actor: { kind: 'system' } }, { meeting, type: 'meeting.published', to });
}

/** Who was there approves the minutes or objects, in words; they are published with the approval that completes them. */
export async function giveVerdict(ctx: Context, meetingId: string, input: VerdictInput): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    const seat = meeting.seats.find(({ id }) => id === input.seatId);
    if (!seat) throw new DomainError('forbidden', { reason: 'meetings.not-invited' });
    ensure(mayGiveVerdict(ctx.actor, meeting, seat));
    const now = ctx.clock.now();
    const objectedAt = input.verdict === 'objected' ? (seat.objectedAt ?? now) : seat.objectedAt;
    await ctx.prisma.meetingSeat.update({
      where: { id: seat.id },
      data: { verdict: input.verdict, verdictWords: input.words, verdictAt: now, objectedAt },
    });
    if (input.verdict === 'approved') await publishIfApproved(ctx, meetingId);
    else {
      const { createdBy: personId, organisationId } = meeting;
      const convener = organisationId
        ? { personId: null, organisationId }
        : { personId, organisationId: null };
      await tellOfMeeting(ctx, { meeting, type: 'meeting.objected', to: [convener] });
    }
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
  });
}

const mostInOneTurn = 100;

/** Publishes the minutes to which nobody objected within the term. */
export async function publishUncontested(ctx: Context): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - approvalDays * 24 * 3600_000);
  const due = await ctx.database.read.meeting.findMany({
    where: { state: 'in-approval', laidAt: { lte: since }, seats: { none: { verdict: 'objected' } } },
    select: { id: true },
    take: mostInOneTurn,
  });
  await eachByItself(due, ({ id }) => inTransaction(ctx, (ctx) => publishIfApproved(ctx, id)));
}
