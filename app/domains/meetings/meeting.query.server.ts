import type { ReadContext } from '../context';
import { ensure } from '../domain-error';
import { displayNames } from '../identity/index.server';
import { revisionOf } from '../shown-fields.server';
import { fitsPublished, organiserThen } from './minutes/fits-published';
import { shownDecisions } from './minutes/shown-decisions.server';
import { loadMeeting, presentAt, quorumOf } from './load-meeting.server';
import type { LoadedMeeting } from './load-meeting.server';
import { meetingFields } from './meeting-fields';
import {
  mayBeginMeeting,
  mayCancelMeeting,
  mayChangeMeeting,
  mayGiveVerdict,
  mayLayMinutes,
  mayLeadMeeting,
  mayReadAgenda,
  mayReadInside,
  mayReadMeeting,
  mayRecord,
  mayRecordPublication,
  mayReviseMinutes,
} from './policy';
import { approvalOf } from './rules/approval';
import { attendancePercent, isPublication } from './rules/steps';
import { meetingCalendar } from './rules/meeting-calendar';
import { shownAgenda } from './shown-agenda.server';
import { publicationFields, stepFields } from './step-fields';
import { shownSeats } from './seats/shown-seats.server';
import type { Standing } from './seats/shown-seats.server';
import { longestHours } from './schema';
import { meetingsOfGuest, readableMeetings } from './visibility';
import { DomainError } from '../domain-error';
import { within } from '~/platform/db/lists/area-scope';
import { listPage } from '~/platform/db/lists/list-page';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const pageSize = 20;

const cardColumns = {
  id: true,
  kind: true,
  title: true,
  areaId: true,
  place: true,
  startsAt: true,
  endsAt: true,
  state: true,
} as const;

const soonestFirst = { unique: 'id', direction: 'asc', column: 'startsAt', kind: 'time' } as const;
const latestFirst = { ...soonestFirst, direction: 'desc' } as const;

export interface MeetingFilter {
  areaId?: string | undefined;
  cursor?: string | undefined;
  /** Those that are over, the latest first; else those to come, the soonest first. */
  past: boolean;
  /** Those to which the actor is invited. */
  mine?: boolean;
}

/** One page of the meetings that the actor may read. */
export function listMeetings(ctx: ReadContext, { areaId, cursor, past, mine = false }: MeetingFilter) {
  const now = ctx.clock.now();
  const order = past ? latestFirst : soonestFirst;
  const invited = mine && ctx.actor.kind === 'person' ? meetingsOfGuest(ctx.actor) : {};
  return listPage({ order, cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.meeting.findMany({
      where: {
        AND: [readableMeetings(ctx.actor), invited, behind],
        endsAt: past ? { lt: now } : { gte: now },
        // What is not over has not begun longer ago: the index goes by the beginning.
        ...(past ? {} : { startsAt: { gte: new Date(Number(now) - longestHours * 3600_000) } }),
        ...(areaId ? { areaId: within(areaId) } : {}),
      },
      ...page,
      select: cardColumns,
    }),
  );
}

/** The steps; what was made public after the session stands with who recorded it, and when. */
async function shownSteps(ctx: ReadContext, { steps, publications }: LoadedMeeting) {
  const names = await displayNames(
    ctx,
    publications.map(({ recordedBy }) => recordedBy),
  );
  return steps.map((step) => {
    const later = publications.find(({ position }) => position === step.position);
    if (step.heldAt || !later) return { ...shownStep(step), later: null };
    const { heldAt, content, recordedBy, recordedAt } = later;
    return {
      ...shownStep({ ...step, heldAt, content }),
      later: { name: names[recordedBy] ?? '', at: recordedAt },
    };
  });
}

/** Of the publications that do not stand in the minutes the forms, for who leads the meeting. */
function publicationForms(ctx: ReadContext, meeting: LoadedMeeting) {
  if (!mayRecordPublication(ctx.actor, meeting).allowed) return [];
  const { timeZone } = ctx.configuration;
  return meeting.steps
    .filter(({ name, heldAt }) => isPublication(name) && heldAt === null)
    .map(({ position, name }) => {
      const recorded = meeting.publications.find((one) => one.position === position);
      const fields = publicationFields(recorded, timeZone);
      return { position, name, heldAt: recorded?.heldAt ?? null, fields, revision: revisionOf(fields) };
    });
}

/** A step without who recorded it, with the share of those due who came. */
function shownStep(step: LoadedMeeting['steps'][number]) {
  const { position, name, due, present, votesFor, content, heldAt } = step;
  const percent = due === null || present === null ? null : attendancePercent({ due, present });
  return { position, name, due, present, percent, votesFor, content, heldAt };
}

function standingOf(ctx: ReadContext, meeting: LoadedMeeting): Standing {
  return {
    inside: mayReadInside(ctx.actor, meeting).allowed,
    leads: mayLeadMeeting(ctx.actor, meeting).allowed,
    agenda: mayReadAgenda(ctx.actor, meeting).allowed,
  };
}

function whatMay(ctx: ReadContext, meeting: LoadedMeeting) {
  const { actor } = ctx;
  return {
    change: mayChangeMeeting(actor, meeting).allowed,
    // A seat fewer would leave fewer than must be taken.
    uninvite: meeting.quorum === null || meeting.quorum < meeting.seats.length,
    begin: mayBeginMeeting(actor, meeting, ctx.clock.now()).allowed,
    record: mayRecord(actor, meeting).allowed,
    revise: mayReviseMinutes(actor, meeting).allowed,
    cancel: mayCancelMeeting(actor, { ...meeting, decided: meeting.decisions.length }).allowed,
    verdict: meeting.seats.filter((seat) => mayGiveVerdict(actor, meeting, seat).allowed).map(({ id }) => id),
  };
}

/** Of the steps that who leads takes next: whether they can be taken, and why not yet. */
const nextSteps = (ctx: ReadContext, meeting: LoadedMeeting) => ({
  begin: mayBeginMeeting(ctx.actor, meeting, ctx.clock.now()),
  lay: mayLayMinutes(ctx.actor, meeting),
});

/** What is published is shown from the text that was approved, not from a second column that nobody approved. */
const minutesShown = ({ state, minutes, minutesHtml }: LoadedMeeting) =>
  state === 'published' ? renderMarkdown(minutes) : minutesHtml;

/** How the approval stands; null while no minutes are laid. */
function approvalNow(ctx: ReadContext, { laidAt, state, seats }: LoadedMeeting) {
  if (!laidAt || state !== 'in-approval') return null;
  const verdicts = seats.filter((seat) => seat.presentAt !== null).map(({ verdict }) => verdict);
  const approved = verdicts.filter((verdict) => verdict === 'approved').length;
  const standing = approvalOf({ verdicts, laidAt }, ctx.clock.now());
  return { approved, present: verdicts.length, laidAt, standing };
}

/** All that the pages of a meeting show. Throws `not-found`, or `forbidden` for whom it does not concern. */
export async function meetingPage(ctx: ReadContext, meetingId: string) {
  const meeting = await loadMeeting(ctx, meetingId);
  ensure(mayReadMeeting(ctx.actor, meeting));
  const standing = standingOf(ctx, meeting);
  const open = meeting.state === 'published' || standing.inside;
  const [{ seats, names }, agenda] = await Promise.all([
    shownSeats(ctx, meeting, standing),
    standing.agenda ? shownAgenda(ctx, meeting) : [],
  ]);
  // What is written of a meeting is read by everyone once it is approved, and before by those at the table.
  const decisions = open ? await shownDecisions(ctx, meeting, { names, inside: standing.inside }) : [];
  const { id, kind, title, areaId, place, startsAt, endsAt, isPublic, state, reason, rule } = meeting;
  return {
    meeting: {
      ...{ id, kind, title, areaId, place, startsAt, endsAt, isPublic, state, reason, rule },
      purposeHtml: standing.agenda ? meeting.purposeHtml : '',
      organisationId: meeting.organisationId,
      organisation: organiserThen(meeting) ?? names.organisations[meeting.organisationId ?? ''] ?? null,
      version: meeting.version,
      minutes: standing.leads ? meeting.minutes : '',
      minutesHtml: open ? minutesShown(meeting) : '',
      publishedAt: meeting.publishedAt,
      contentHash: meeting.contentHash,
      fits: fitsPublished(meeting),
    },
    standing,
    agenda,
    seats,
    decisions,
    ...{ steps: open ? await shownSteps(ctx, meeting) : [], publications: publicationForms(ctx, meeting) },
    counts: { invited: meeting.seats.length, present: presentAt(meeting), quorum: quorumOf(meeting) },
    approval: standing.inside ? approvalNow(ctx, meeting) : null,
    may: whatMay(ctx, meeting),
    next: nextSteps(ctx, meeting),
    revisions: {
      fields: revisionOf(meetingFields(meeting, ctx.configuration.timeZone)),
      minutes: revisionOf({ minutes: meeting.minutes }),
    },
    fields: standing.leads ? meetingFields(meeting, ctx.configuration.timeZone) : {},
  };
}

/** The calendar file of a meeting, for who may read it. */
export async function meetingCalendarFile(ctx: ReadContext, meetingId: string): Promise<string> {
  const meeting = await loadMeeting(ctx, meetingId);
  ensure(mayReadMeeting(ctx.actor, meeting));
  const { publicUrl, mailFrom } = ctx.configuration;
  const mail = /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
  const purpose = mayReadAgenda(ctx.actor, meeting).allowed ? meeting.purpose : '';
  return meetingCalendar({ ...meeting, purpose }, { url: publicUrl, now: ctx.clock.now(), mail });
}

/** The minutes as they were published, byte for byte. Throws `not-found` before. */
export async function publishedMinutes(ctx: ReadContext, meetingId: string): Promise<string> {
  const meeting = await ctx.database.read.meeting.findUnique({
    where: { id: meetingId },
    select: { publishedText: true },
  });
  if (!meeting?.publishedText) throw new DomainError('not-found');
  return meeting.publishedText;
}

/** The same for who leads the meeting, with the steps as forms. Throws `forbidden` for everybody else. */
export async function ledMeeting(ctx: ReadContext, meetingId: string) {
  const page = await meetingPage(ctx, meetingId);
  ensure(mayLeadMeeting(ctx.actor, page.meeting));
  const stepForms = page.steps.map((step) => {
    const fields = stepFields(step, ctx.configuration.timeZone);
    return { ...step, fields, revision: revisionOf(fields) };
  });
  return { ...page, stepForms };
}
