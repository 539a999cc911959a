import type { Context, TransactionContext } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { isInService } from '../../organisations/index.server';
import { holdMeeting, presentAt, quorumOf, touchMeeting } from '../load-meeting.server';
import type { LoadedMeeting } from '../load-meeting.server';
import { mayRecord } from '../policy';
import { resultOf, tooManyVotes } from '../rules/motion';
import type { DecisionInput } from '../schema';
import { idsOfNamed } from '../seats/seats-for.server';
import { endOfDay } from '~/lib/time/days';
import { newId } from '~/platform/ids';

const mostDecisions = 100;

const invalid = (field: string, reason: string, params = {}) =>
  new DomainError('invalid', { field, reason, params });

interface Responsible {
  responsibleKind: string | null;
  responsibleId: string | null;
}

/** Somebody at the table, or an organisation in service, chosen or typed: a department need not sit there. */
async function responsibleOf(
  ctx: TransactionContext,
  meeting: LoadedMeeting,
  { responsible, responsibleName }: DecisionInput,
): Promise<Responsible> {
  if (responsible !== '' && responsibleName !== '')
    throw invalid('responsibleName', 'meetings.one-responsible');
  const [named = null] = await idsOfNamed(
    ctx,
    responsibleName === '' ? [] : [responsibleName],
    'responsibleName',
  );
  if (named !== null) return { responsibleKind: 'organisation', responsibleId: named };
  if (responsible === '') return { responsibleKind: null, responsibleId: null };
  const [kind = '', id = ''] = responsible.split(':');
  const known =
    kind === 'person'
      ? meeting.seats.some((seat) => seat.personId === id)
      : await isInService(ctx.prisma, id);
  if (!known) throw invalid('responsible', 'meetings.unknown-responsible');
  return { responsibleKind: kind, responsibleId: id };
}

/** The last instant of the day until which it is to be done; not before the meeting. */
function dueOf(ctx: TransactionContext, meeting: LoadedMeeting, dueOn: string | undefined): Date | null {
  if (dueOn === undefined) return null;
  const dueAt = endOfDay(dueOn, ctx.configuration.timeZone);
  if (!dueAt || dueAt < meeting.startsAt) throw invalid('dueOn', 'meetings.due-before-meeting');
  return dueAt;
}

/**
 * Records what was put to the vote and what came of it, among those present. Throws `wrong-state` where too few are
 * there for a decision to be valid, `invalid` at the field where more votes are given than people present.
 */
export async function recordDecision(ctx: Context, meetingId: string, input: DecisionInput): Promise<string> {
  const { actor } = ctx;
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, `meeting.decide ${meetingId}`, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayRecord(actor, meeting));
    const present = presentAt(meeting);
    const quorum = quorumOf(meeting);
    if (present < quorum)
      throw new DomainError('wrong-state', { reason: 'meetings.no-quorum', params: { present, quorum } });
    const votes = { present, ...input };
    if (tooManyVotes(votes)) throw invalid('votesFor', 'meetings.votes-above-present', { present });
    if (meeting.decisions.length >= mostDecisions) throw invalid('motion', 'meetings.too-many-decisions');
    const itemId = input.itemId === '' ? null : input.itemId;
    if (itemId !== null && !meeting.items.some((item) => item.id === itemId))
      throw invalid('itemId', 'changed-meanwhile');
    await ctx.prisma.meetingDecision.create({
      data: {
        ...{ id, meetingId, itemId, number: (meeting.decisions.at(-1)?.number ?? 0) + 1 },
        ...{ motion: input.motion, rule: input.rule, presentCount: present },
        ...{ votesFor: input.votesFor, votesAgainst: input.votesAgainst, abstentions: input.abstentions },
        ...(await responsibleOf(ctx, meeting, input)),
        result: resultOf(input.rule, votes),
        dueAt: dueOf(ctx, meeting, input.dueOn),
        createdBy: actor.kind === 'person' ? actor.personId : 'system',
        createdAt: now,
      },
    });
    await touchMeeting(ctx, meeting);
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
    return id;
  });
}

/** Strikes a decision that was recorded wrongly, while the minutes are still being written. */
export async function strikeDecision(ctx: Context, meetingId: string, decisionId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayRecord(ctx.actor, meeting));
    const gone = await ctx.prisma.meetingDecision.deleteMany({ where: { id: decisionId, meetingId } });
    if (gone.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await forgetDone(ctx, decisionId);
    await touchMeeting(ctx, meeting);
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
  });
}
