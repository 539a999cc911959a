import type { Actor } from '../../actor';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { unattendedReader } from '../../identity/index.server';
import { guestCalendarLines } from '../../meetings/index.server';
import { dueOrders } from '../../workorders/index.server';
import { writeCalendar } from '../rules/calendar';
import { textIn } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { paths } from '~/paths';

/** Of what is overdue the newest are shown, so that they push out nothing that is coming. */
const mostEntries = { coming: 400, overdue: 100 };

/** Makes the person's address of the calendar, in place of the one before; the token is answered once. */
export async function renewCalendarLink(ctx: Context): Promise<string> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const token = randomToken();
  const columns = { tokenHash: sha256(token), createdAt: ctx.clock.now() };
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.calendarLink.upsert({
      where: { personId },
      create: { personId, ...columns },
      update: columns,
    }),
  );
  return token;
}

export async function endCalendarLink(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await inTransaction(ctx, (ctx) => ctx.prisma.calendarLink.deleteMany({ where: { personId } }));
}

/** Everybody can be invited to meetings; deadlines stand there for departments and those who hold a role. */
export function mayHaveCalendar(actor: Actor): boolean {
  return actor.kind === 'person';
}

/** When the person's address was made; null where there is none. */
export async function calendarLinkOf(ctx: ReadContext): Promise<Date | null> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  return (await ctx.database.read.calendarLink.findUnique({ where: { personId } }))?.createdAt ?? null;
}

/**
 * The deadlines of the open orders of the person's departments, and of the areas in which they hold a role now, and the
 * meetings to which they are invited, as a calendar. Throws `not-found` where the token is no address, or no longer one.
 */
export async function calendarOf(ctx: ReadContext, token: string): Promise<string> {
  const { calendarLink } = ctx.database.read;
  const link = await calendarLink.findUnique({ where: { tokenHash: sha256(token) } });
  const owner = link && (await unattendedReader(ctx, link.personId));
  if (!owner) throw new DomainError('not-found');
  const { actor, locale } = owner;
  const orders = await dueOrders(ctx, actor, mostEntries);
  const t = textIn(locale, bridges);
  const { publicUrl } = ctx.configuration;
  const entries = orders.flatMap(({ id, number, title, deadlineAt }) => {
    const url = `${publicUrl}${paths.workOrder(id)}`;
    return deadlineAt
      ? [{ id, title: t('calendar-event', { title }), at: deadlineAt, url, words: number }]
      : [];
  });
  const name = t('calendar-name', { portal: await ctx.subjects.portalName(ctx, locale) });
  const facts = { name, host: new URL(publicUrl).host, now: ctx.clock.now(), entries };
  return writeCalendar(facts, await guestCalendarLines(ctx, actor));
}
