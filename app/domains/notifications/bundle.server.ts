import { z } from 'zod';
import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { digestOf, linesOf, mostNamed } from './digest.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { queueMail } from '~/platform/mail/queue-mail.server';

/** So long the first notice waits for others that come with it. */
export const gatherSeconds = 60;
/** So long after a mail of several the next one goes out at the earliest: much that happens is few mails. */
export const apartMinutes = 30;
/**
 * A mail that goes out so soon takes nothing more: its job may have read what waits already, while whoever joins it has
 * not committed.
 */
const closedSeconds = 10;

/**
 * Lets a notice wait for the person's next mail of several, and answers when that goes out: a minute from now, or half
 * an hour after the last one.
 */
export async function joinBundle(ctx: TransactionContext, personId: string): Promise<Date> {
  const now = ctx.clock.now();
  const lastOf = async () => (await ctx.prisma.mailBundle.findUnique({ where: { personId } }))?.at ?? null;
  const last = await lastOf();
  const closes = new Date(now.getTime() + closedSeconds * 1000);
  if (last !== null && last > closes) return last;
  const soonest = now.getTime() + gatherSeconds * 1000;
  const wanted = new Date(Math.max(soonest, (last?.getTime() ?? 0) + apartMinutes * 60_000));
  // Moved only where the last one has gone: of two who come at once the later joins what the first one has planned.
  const planned = await ctx.sql.run(
    `INSERT INTO "MailBundle" ("personId", "at") VALUES (?, ?)
     ON CONFLICT ("personId") DO UPDATE SET "at" = excluded."at" WHERE "MailBundle"."at" <= ?`,
    [personId, wanted, closes],
  );
  const at = planned > 0 ? wanted : ((await lastOf()) ?? wanted);
  await enqueue(ctx, {
    kind: 'mail.bundle',
    payload: { personId },
    runAt: at,
    idempotencyKey: `mail.bundle:${personId}:${at.toISOString()}`,
  });
  return at;
}

const payloadSchema = z.object({ personId: z.string() });

/**
 * The handler of jobs of kind `mail.bundle`: one mail of all that waits for it and was not read meanwhile. Whoever wants
 * one mail a day by now finds it in that one.
 */
export async function mailBundle(ctx: Context, payload: unknown): Promise<void> {
  const { personId } = payloadSchema.parse(payload);
  const now = ctx.clock.now();
  const waiting = { personId, mailedAt: null, readAt: null, bundleAt: { lte: now } };
  const reader = await atOnceReader(ctx, personId);
  if (!reader) return;
  const words = await linesOf(ctx, reader, waiting);
  await inTransaction(ctx, async (ctx) => {
    const person = await atOnceReader(ctx, personId);
    if (!person) return;
    const notices = await ctx.prisma.notification.findMany({
      where: waiting,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: mostNamed,
      select: { id: true, eventId: true },
    });
    const { count } = await ctx.prisma.notification.updateMany({ where: waiting, data: { mailedAt: now } });
    if (count === 0) return;
    const lines = notices.flatMap(({ id }) => words.get(id) ?? []);
    const [only] = notices;
    const of =
      count === 1 && only ? { eventId: only.eventId } : { eventIds: notices.map(({ eventId }) => eventId) };
    const told = { lines, count, subject: 'bundle-subject' } as const;
    await queueMail(ctx, ctx, { ...digestOf(ctx, person, told), ...of, at: now });
  });
}

/** Who wants mails at once still; null for others. */
async function atOnceReader(ctx: ReadContext, personId: string) {
  const [person] = await ctx.subjects.persons.reachable(ctx, [personId]);
  return person?.mailFrequency === 'immediate' && person.emailConfirmedAt !== null ? person : null;
}
