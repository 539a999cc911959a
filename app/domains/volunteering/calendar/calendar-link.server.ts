import type { Context, ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { hasMandate } from '../../actor';
import type { PersonActor } from '../../actor';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { unattendedReader } from '../../identity/index.server';
import { placeOf } from '../load-shift.server';
import { writeShiftCalendar } from '../rules/shift-calendar';
import { textIn } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { paths } from '~/paths';

export const calendarKinds = ['own', 'organised'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** Makes the person's private address of a calendar, in place of the one before; the token is answered once. */
export async function renewShiftCalendar(ctx: Context, kind: CalendarKind): Promise<string> {
  const personId = personOf(ctx);
  const token = randomToken();
  const columns = { tokenHash: sha256(token), createdAt: ctx.clock.now() };
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.volunteerCalendar.upsert({
      where: { personId_kind: { personId, kind } },
      create: { personId, kind, ...columns },
      update: columns,
    }),
  );
  return token;
}

/** The address leads nowhere from now on. */
export async function endShiftCalendar(ctx: Context, kind: CalendarKind): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, (ctx) => ctx.prisma.volunteerCalendar.deleteMany({ where: { personId, kind } }));
}

/** When the actor's addresses were made, by kind. */
export async function shiftCalendarsOf(ctx: ReadContext): Promise<Partial<Record<string, Date>>> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const rows = await ctx.database.read.volunteerCalendar.findMany({ where: { personId } });
  return Object.fromEntries(rows.map(({ kind, createdAt }) => [kind, createdAt]));
}

const month = 31 * 24 * 3600_000;
const mostEvents = 1000;

/** Whose shifts they are: of the organisations that the person acts for, or those of their own seats. */
function whoseShifts(kind: string, { personId, memberships }: PersonActor) {
  const organised = memberships.filter(hasMandate).map(({ organisationId }) => organisationId);
  return kind === 'organised'
    ? { opportunity: { organisationId: { in: organised } } }
    : { signUps: { some: { personId, state: { in: ['confirmed', 'offered', 'attended'] } } } };
}

/** The shifts of a private address as a calendar, and whose address it is. Throws `not-found` where the token is no address, or no longer one. */
export async function shiftCalendar(
  ctx: ReadContext,
  token: string,
): Promise<{ file: string; ownerId: string }> {
  const { volunteerCalendar } = ctx.database.read;
  const link = await volunteerCalendar.findUnique({ where: { tokenHash: sha256(token) } });
  const owner = link && (await unattendedReader(ctx, link.personId));
  if (!owner) throw new DomainError('not-found');
  const shifts = await ctx.database.read.shift.findMany({
    where: {
      ...whoseShifts(link.kind, owner.actor),
      endsAt: { gte: new Date(ctx.clock.now().getTime() - month) },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostEvents,
    include: { opportunity: { select: { id: true, title: true, place: true, createdAt: true } } },
  });
  const t = textIn(owner.locale, volunteering);
  const { publicUrl } = ctx.configuration;
  const file = writeShiftCalendar({
    name: t(link.kind === 'organised' ? 'calendar.organised' : 'calendar.own'),
    host: new URL(publicUrl).host,
    events: shifts.map((shift) => ({
      id: shift.id,
      title: shift.opportunity.title,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      place: placeOf(shift),
      words:
        link.kind === 'organised'
          ? t('calendar.taken', { taken: shift.taken, capacity: shift.capacity })
          : shift.task,
      url: `${publicUrl}${paths.opportunity(shift.opportunity.id)}`,
      sequence: shift.sequence,
      changedAt: shift.cancelledAt ?? shift.changedAt ?? shift.opportunity.createdAt,
      cancelled: shift.cancelledAt !== null,
    })),
  });
  return { file, ownerId: link.personId };
}
