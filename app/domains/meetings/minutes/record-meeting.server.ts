import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { ensureAsShown } from '../../shown-fields.server';
import { holdMeeting, moveMeeting, tellOfMeeting, touchMeeting } from '../load-meeting.server';
import { mayBeginMeeting, mayLayMinutes, mayRecord, mayReviseMinutes } from '../policy';
import { attendanceFault } from '../rules/attendance';
import { isPublication } from '../rules/steps';
import { returnOpenDecisions } from './return-decisions.server';
import type { StepInput } from '../schema';
import { stepFields } from '../step-fields';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Opens the meeting: from now on attendance, minutes and decisions are recorded. Not before its time. */
export async function beginMeeting(ctx: Context, meetingId: string): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayBeginMeeting(ctx.actor, meeting, now));
    await moveMeeting(ctx, { meeting, event: 'begin', columns: { begunAt: now } });
    await tellOfMeeting(ctx, { meeting, type: 'meeting.begun' });
  });
}

/**
 * Records who is there, as the whole list of seats that are taken. Throws `conflict` where somebody else recorded since
 * the page was read: two recorders never undo each other unseen; and at the field where the list would no longer fit what
 * was decided, or leaves out who objected.
 */
export async function recordAttendance(
  ctx: Context,
  meetingId: string,
  { version, present }: { version: number; present: readonly string[] },
): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayRecord(ctx.actor, meeting));
    if (meeting.version !== version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const known = new Set(meeting.seats.map(({ id }) => id));
    if (present.some((id) => !known.has(id)))
      throw new DomainError('invalid', { field: 'present', reason: 'meetings.unknown-seat' });
    const fault = attendanceFault(meeting, new Set(present));
    if (fault) throw new DomainError('conflict', { field: 'present', ...fault });
    const seats = ctx.prisma.meetingSeat;
    await seats.updateMany({
      where: { meetingId, id: { in: [...present] }, presentAt: null },
      data: { presentAt: now },
    });
    await seats.updateMany({
      where: { meetingId, id: { notIn: [...present] }, presentAt: { not: null } },
      data: { presentAt: null },
    });
    await touchMeeting(ctx, meeting);
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
  });
}

/** Saves the minutes as they are being written. Throws `conflict`, with what is saved, where another saved meanwhile. */
export async function saveMinutes(
  ctx: Context,
  meetingId: string,
  { minutes, revision }: { minutes: string; revision?: string | undefined },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayRecord(ctx.actor, meeting));
    ensureAsShown(revision, { minutes: meeting.minutes });
    await touchMeeting(ctx, meeting, { minutes, minutesHtml: renderMarkdown(minutes) });
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
  });
}

const invalid = (field: string, reason: string) => new DomainError('invalid', { field, reason });

/**
 * Records a step of 四议两公开: when, how many were due, came and agreed, and what came of it. Throws `conflict`, with what
 * is saved, where another recorded the step meanwhile.
 */
export async function recordStep(ctx: Context, meetingId: string, input: StepInput): Promise<void> {
  const { actor } = ctx;
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayRecord(actor, meeting));
    const step = meeting.steps.find(({ position }) => position === input.position);
    if (!step) throw new DomainError('not-found');
    ensureAsShown(input.revision, stepFields(step, ctx.configuration.timeZone));
    if (input.heldAt > now) throw invalid('heldAt', 'meetings.step-in-future');
    const publication = isPublication(step.name);
    const { due, present, votesFor } = publication
      ? { due: undefined, present: undefined, votesFor: undefined }
      : input;
    if (!publication && due === undefined) throw invalid('due', 'meetings.count-needed');
    if (!publication && present === undefined) throw invalid('present', 'meetings.count-needed');
    if ((present ?? 0) > (due ?? 0)) throw invalid('present', 'meetings.present-above-due');
    if ((votesFor ?? 0) > (present ?? 0)) throw invalid('votesFor', 'meetings.votes-above-present');
    const before = meeting.steps.find(({ position }) => position === input.position - 1);
    if (before && before.heldAt === null) throw invalid('heldAt', 'meetings.step-before-missing');
    if (before?.heldAt && before.heldAt > input.heldAt) throw invalid('heldAt', 'meetings.step-before-later');
    await ctx.prisma.meetingStep.update({
      where: { meetingId_position: { meetingId, position: input.position } },
      data: {
        ...{ due: due ?? null, present: present ?? null, votesFor: votesFor ?? null },
        ...{ content: input.content, heldAt: input.heldAt },
        recordedBy: actor.kind === 'person' ? actor.personId : 'system',
      },
    });
    await touchMeeting(ctx, meeting);
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
  });
}

/**
 * Ends the meeting and lays its minutes before those present: each approves or objects. What was decided and is open
 * returns on the agenda of the series' next meeting.
 */
export async function layMinutes(ctx: Context, meetingId: string): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayLayMinutes(ctx.actor, meeting));
    await moveMeeting(ctx, { meeting, event: 'lay-minutes', columns: { laidAt: now } });
    await returnOpenDecisions(ctx, meeting);
    const to = meeting.seats.filter((seat) => seat.presentAt !== null);
    await tellOfMeeting(ctx, { meeting, type: 'meeting.minutes-laid', to });
  });
}

/** Takes the minutes back to be corrected; what was said of the text before counts no more. */
export async function reviseMinutes(ctx: Context, meetingId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayReviseMinutes(ctx.actor, meeting));
    await moveMeeting(ctx, { meeting, event: 'revise', columns: { laidAt: null } });
    await ctx.prisma.meetingSeat.updateMany({
      where: { meetingId },
      data: { verdict: null, verdictWords: '', verdictAt: null },
    });
    const to = meeting.seats.filter((seat) => seat.presentAt !== null);
    await tellOfMeeting(ctx, { meeting, type: 'meeting.minutes-returned', to });
  });
}
