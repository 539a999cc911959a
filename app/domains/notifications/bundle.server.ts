import { z } from 'zod';
import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { asItHappened, digestOf, linesOf, mostNamed } from './digest.server';
import type { Line } from './digest.server';
import { queuePushes } from './push/queue-push.server';
import { heldBackUntil, wants } from './ways/ways.server';
import type { Way } from './ways/ways.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { queueMail } from '~/platform/mail/queue-mail.server';

/** So long the first notice waits for others that come with it. */
export const gatherSeconds = 60;
/** So long after what was told together the next goes out at the earliest: much that happens is few mails and pushes. */
export const apartMinutes = 30;
/**
 * A mail that goes out so soon takes nothing more: its job may have read what waits already, while whoever joins it has
 * not committed.
 */
const closedSeconds = 10;

/**
 * Lets a notice wait for what the person is told together next, by mail and on devices, and answers when that goes out:
 * a minute from now, or half an hour after the last one; after the quiet hours where it fell into them.
 */
export async function joinBundle(
  ctx: TransactionContext,
  personId: string,
  way: Pick<Way, 'quiet'>,
): Promise<Date> {
  const now = ctx.clock.now();
  const lastOf = async () => (await ctx.prisma.mailBundle.findUnique({ where: { personId } }))?.at ?? null;
  const last = await lastOf();
  const closes = new Date(now.getTime() + closedSeconds * 1000);
  if (last !== null && last > closes) return last;
  const soonest = now.getTime() + gatherSeconds * 1000;
  const usual = new Date(Math.max(soonest, (last?.getTime() ?? 0) + apartMinutes * 60_000));
  const wanted = heldBackUntil(ctx, way, usual) ?? usual;
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

/** What waits for it by now and was not read meanwhile. */
const waitingFor = (personId: string, now: Date) => ({ personId, readAt: null, bundleAt: { lte: now } });
const byMailAtOnce = { mailedAt: null, OR: [{ mailWay: null }, { mailWay: 'immediate' }] };

const columns = { id: true, eventId: true, data: true } as const;

/**
 * The handler of jobs of kind `mail.bundle`: one mail of all that waits for it, and on devices a push a thing. Whoever
 * wants one mail a day by now finds it in that one.
 */
export async function tellBundle(ctx: Context, payload: unknown): Promise<void> {
  const { personId } = payloadSchema.parse(payload);
  const mails = { ...waitingFor(personId, ctx.clock.now()), ...byMailAtOnce };
  const reader = await atOnceReader(ctx, personId);
  const words = reader ? await linesOf(ctx, reader, mails) : new Map<string, never>();
  await inTransaction(ctx, async (ctx) => {
    await pushTogether(ctx, personId);
    await mailTogether(ctx, personId, words);
  });
}

async function mailTogether(
  ctx: TransactionContext,
  personId: string,
  words: ReadonlyMap<string, Line>,
): Promise<void> {
  const now = ctx.clock.now();
  const where = { ...waitingFor(personId, now), ...byMailAtOnce };
  const person = await atOnceReader(ctx, personId);
  if (!person) return;
  const notices = await ctx.prisma.notification.findMany({
    ...{ where, orderBy: asItHappened, take: mostNamed, select: columns },
  });
  const { count } = await ctx.prisma.notification.updateMany({ where, data: { mailedAt: now } });
  if (count === 0) return;
  const lines = notices.flatMap(({ id }) => words.get(id) ?? []);
  const [only] = notices;
  const of =
    count === 1 && only ? { eventId: only.eventId } : { eventIds: notices.map(({ eventId }) => eventId) };
  const told = { lines, count, subject: 'bundle-subject' } as const;
  await queueMail(ctx, ctx, { ...digestOf(ctx, person, told), ...of, at: now });
}

async function pushTogether(ctx: TransactionContext, personId: string): Promise<void> {
  const now = ctx.clock.now();
  const where = { ...waitingFor(personId, now), toPush: true, pushedAt: null };
  const notices = await ctx.prisma.notification.findMany({
    ...{ where, orderBy: asItHappened, take: mostNamed, select: columns },
  });
  if (notices.length === 0) return;
  await ctx.prisma.notification.updateMany({ where, data: { pushedAt: now } });
  const events = notices.map(({ eventId, data }) => ({ eventId, ...aboutOf(data) }));
  await queuePushes(ctx, { personId, events, byName: false });
}

const aboutSchema = z.object({ subjectKind: z.string(), subjectId: z.string() });
const aboutOf = (data: string) => aboutSchema.parse(JSON.parse(data));

/** Who wants mails at once still, of some topics at least; null for others. */
async function atOnceReader(ctx: ReadContext, personId: string) {
  const person = await ctx.subjects.persons.mailReader(ctx, personId);
  return person && (await wants(ctx, person, 'immediate')) ? person : null;
}
