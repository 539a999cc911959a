import type { ReadContext, TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { eventsFor } from './events';
import type { SaidOf } from '../ledger/define-events';
import type { MeetingEventType, meetingEvents } from './events';
import { meetingLifecycle } from './lifecycle';
import { transitionFrom } from '~/lib/lifecycle';
import type { Prisma, Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

/** What belongs to a meeting; each list is bounded by what may be added to it. */
export const meetingParts = {
  seats: { orderBy: { id: 'asc' } },
  items: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    // Of an earlier decision what it says, and of its meeting what tells who may read that.
    include: {
      earlier: {
        select: {
          motion: true,
          number: true,
          meeting: {
            select: {
              ...{ id: true, state: true, isPublic: true, areaId: true, organisationId: true },
              seats: { select: { personId: true, organisationId: true } },
            },
          },
        },
      },
    },
  },
  decisions: { orderBy: { number: 'asc' } },
  steps: { orderBy: { position: 'asc' } },
  publications: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.MeetingInclude;

/** The meeting with its parts, held until the transaction ends. Throws `not-found`. */
export async function holdMeeting(tx: Transaction, id: string) {
  await lockRow(tx, 'Meeting', id);
  const meeting = await tx.prisma.meeting.findUnique({ where: { id }, include: meetingParts });
  if (!meeting) throw new DomainError('not-found');
  return meeting;
}
export type LoadedMeeting = Awaited<ReturnType<typeof holdMeeting>>;
export type Seat = LoadedMeeting['seats'][number];

/** Throws `not-found`. What may be shown of it the query decides. */
export async function loadMeeting(ctx: ReadContext, id: string): Promise<LoadedMeeting> {
  const meeting = await ctx.database.read.meeting.findUnique({ where: { id }, include: meetingParts });
  if (!meeting) throw new DomainError('not-found');
  return meeting;
}

/** How many seats must be taken: as was said, else more than half of them. */
export function quorumOf(meeting: { quorum: number | null; seats: readonly unknown[] }): number {
  return meeting.quorum ?? Math.floor(meeting.seats.length / 2) + 1;
}

export const presentAt = (meeting: { seats: readonly { presentAt: Date | null }[] }): number =>
  meeting.seats.filter((seat) => seat.presentAt !== null).length;

type MeetingEvent = (typeof meetingLifecycle)['transitions'][number]['event'];

/** Takes a step of the life cycle, with what changes by it. Throws `conflict` where another was first. */
export async function moveMeeting(
  tx: Transaction,
  move: { meeting: LoadedMeeting; event: MeetingEvent; columns?: Prisma.MeetingUpdateManyMutationInput },
): Promise<void> {
  const { id, state, version } = move.meeting;
  const step = transitionFrom(meetingLifecycle, state, move.event);
  if (!step) throw new DomainError('wrong-state', { reason: 'meetings.over-already' });
  const moved = await tx.prisma.meeting.updateMany({
    where: { id, state, version },
    data: { ...move.columns, state: step.to, version: version + 1 },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

/** Counts the version up within a state. Throws `conflict` where another was first, or the page showed another. */
export async function touchMeeting(
  tx: Transaction,
  meeting: LoadedMeeting,
  columns: Prisma.MeetingUpdateManyMutationInput = {},
): Promise<void> {
  const { id, state, version } = meeting;
  const touched = await tx.prisma.meeting.updateMany({
    where: { id, state, version },
    data: { ...columns, version: version + 1 },
  });
  if (touched.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

export interface ToldOfMeeting {
  meeting: Pick<LoadedMeeting, 'id' | 'title' | 'areaId' | 'isPublic' | 'seats'>;
  type: MeetingEventType;
  publicData?: SaidOf<typeof meetingEvents, MeetingEventType>;
  /** Instead of everyone at the table. */
  to?: readonly Pick<Seat, 'personId' | 'organisationId'>[];
}

/** Appends the event and tells those at the table. */
export async function tellOfMeeting(ctx: TransactionContext, told: ToldOfMeeting): Promise<void> {
  const { meeting, type, publicData = {}, to = meeting.seats } = told;
  await appendEvent(ctx, eventsFor(meeting), {
    type,
    subjectKind: 'meeting',
    subjectId: meeting.id,
    areaId: meeting.areaId,
    publicData: { title: meeting.title, ...publicData },
    privateData: {
      personIds: to.flatMap(({ personId }) => personId ?? []),
      organisationIds: to.flatMap(({ organisationId }) => organisationId ?? []),
    },
  });
}
