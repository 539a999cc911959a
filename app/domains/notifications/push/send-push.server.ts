import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { eventsById, keyOfSubject } from '../../ledger/index.server';
import { answersTo, notificationText } from '../notification-text';
import { subjectOf } from '../shown-notice';
import { termOf } from '../term-of';
import { groupOfTopic } from '../ways/groups';
import { unreadable } from '../withheld-mail.server';
import { openDevice } from './devices.server';
import { manyWords, pushWords } from './push-words';
import type { PushedTo, PushMessage } from './push-words';
import { contactOf, vapidPair } from './vapid.server';
import { subjectOfType } from '../subject-of-type';
import { isLocale } from '~/i18n/locale';
import { paths } from '~/paths';
import { PermanentFailure } from '~/platform/jobs/job-rows.server';
import { sendRequest } from '~/platform/web/send-request.server';

const payloadSchema = z.object({
  ...{ deviceId: z.string(), personId: z.string(), eventIds: z.array(z.string()).min(1) },
  ...{ count: z.number(), isMany: z.boolean(), byName: z.boolean(), at: z.coerce.date() },
});
type Queued = z.output<typeof payloadSchema>;

const hour = 3600;
/** After so long a push is no news any more: the service lets it go, and so does the portal. */
const usualSeconds = 24 * hour;
const byNameSeconds = 3 * 24 * hour;
const timeoutMilliseconds = 15_000;
/** What services take surely is 4096 bytes with all that encrypting adds; ours are far below. */
const mostBytes = 2000;

interface Push extends PushMessage {
  urgency: 'low' | 'normal' | 'high';
  seconds: number;
}

type PushedEvent = Awaited<ReturnType<typeof eventsById>>[number];

const noticeOf = ({ type, subjectKind, subjectId, publicData }: PushedEvent) => ({
  ...{ type, subjectKind, subjectId },
  data: JSON.parse(publicData) as Record<string, unknown>,
});

/** A name of the thing that tells whoever passes it on nothing, in the letters that services take (RFC 8030, 5.4). */
const tagOf = ({ keys }: ReadContext, thing: string) => keys.macs(`push tag ${thing}`)[0].slice(0, 32);

/** What is told of these events of one thing, which the person may read; the newest leads. */
async function pushOf(
  ctx: ReadContext,
  { newest, queued, count, to }: { newest: PushedEvent; queued: Queued; count: number; to: PushedTo },
): Promise<Push> {
  const notice = noticeOf(newest);
  const subject = subjectOf(notice);
  const visible = await ctx.subjects.access.readable({ ...ctx, actor: { kind: 'visitor' } }, [subject]);
  const isPublic = visible.has(keyOfSubject(subject));
  const asks = answersTo(notice) !== null;
  const term = termOf(ctx, newest);
  const group = groupOfTopic(subjectOfType(ctx, newest.type)?.name);
  const words = pushWords(to, { group, isPublic, asks, count, byName: queued.byName });
  const { path } = notificationText({ locale: to.locale, timeZone: ctx.configuration.timeZone }, notice);
  const left = term === null ? byNameSeconds : (term.getTime() - ctx.clock.now().getTime()) / 1000;
  const seconds = Math.max(hour, Math.min(byNameSeconds, left));
  return {
    ...words,
    ...{ path: isPublic ? path : paths.inbox, tag: tagOf(ctx, keyOfSubject(subject)) },
    urgency: asks || term !== null ? 'high' : queued.byName ? 'normal' : 'low',
    seconds: queued.byName ? Math.round(seconds) : usualSeconds,
  };
}

/** Of the queued events those that the person has not read by now, and may read still. */
async function stillUntold(ctx: ReadContext, { personId, eventIds }: Queued): Promise<PushedEvent[]> {
  const unread = await ctx.database.read.notification.findMany({
    where: { personId, eventId: { in: eventIds }, readAt: null },
    select: { eventId: true },
  });
  const ids = unread.map(({ eventId }) => eventId);
  const hidden = await unreadable(ctx, personId, ids);
  const events = await eventsById(
    ctx,
    ids.filter((id) => !hidden.has(id)),
  );
  const place = (id: string) => eventIds.indexOf(id);
  return [...events].sort((one, other) => place(one.id) - place(other.id));
}

async function messageOf(ctx: ReadContext, queued: Queued): Promise<Push | null> {
  const [person] = await ctx.subjects.persons.reachable(ctx, [queued.personId]);
  const events = person ? await stillUntold(ctx, queued) : [];
  const newest = events.at(-1);
  if (!person || !newest) return null;
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const to = { locale, portal: await ctx.subjects.portalName(ctx, locale) };
  // Those beyond the named ones count as they did when it was queued.
  const count = queued.count - queued.eventIds.length + events.length;
  if (!queued.isMany) return pushOf(ctx, { newest, queued, count, to });
  const place = { path: paths.inbox, tag: tagOf(ctx, paths.inbox) };
  return { ...manyWords(to, count), ...place, urgency: 'low', seconds: usualSeconds };
}

/** Encrypts for the device (RFC 8291), signs for its service (RFC 8292) and sends; answers the status. */
async function send(ctx: Context, sealed: string, push: Push): Promise<number> {
  const { default: webPush } = await import('web-push');
  const { endpoint, ...keys } = openDevice(ctx.keys, sealed);
  const { urgency, seconds, ...message } = push;
  const text = JSON.stringify(message);
  if (Buffer.byteLength(text) > mostBytes) throw new PermanentFailure('The push is too long');
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys }, text, {
    vapidDetails: { subject: contactOf(ctx.configuration), ...(await vapidPair(ctx)) },
    ...{ TTL: seconds, urgency, topic: message.tag, contentEncoding: 'aes128gcm' },
  });
  const texts = Object.entries(headers).filter(([name]) => name !== 'Content-Length');
  const answer = await sendRequest({
    ...{ url: endpoint, method: 'POST', body, timeoutMilliseconds, mostBytes: 64 * 1024 },
    headers: Object.fromEntries(texts.map(([name, value]) => [name, String(value)])),
    toPrivateAddresses: ctx.configuration.privateBridges,
  });
  return answer.status;
}

/**
 * The handler of jobs of kind `push`: tells one device. Whether the person may read it is asked now. A service that is
 * away or has too much to do is asked again by the queue; a device that it does not know any more is forgotten. Mail and
 * inbox do not wait for it, and nothing takes its place.
 */
export async function sendPush(ctx: Context, payload: unknown): Promise<void> {
  const queued = payloadSchema.parse(payload);
  const { deviceId, personId } = queued;
  const device = await ctx.database.read.pushDevice.findUnique({ where: { id: deviceId } });
  if (device?.personId !== personId) return;
  const push = await messageOf(ctx, queued);
  const age = (ctx.clock.now().getTime() - queued.at.getTime()) / 1000;
  if (!push || age > push.seconds) return;
  const status = await send(ctx, device.sealedKeys, push);
  if (status === 404 || status === 410) {
    await inTransaction(ctx, (ctx) => ctx.prisma.pushDevice.deleteMany({ where: { id: deviceId } }));
    return;
  }
  if (status === 429 || status >= 500) throw new Error(`The push service answered ${status}`);
  if (status < 200 || status > 299) throw new PermanentFailure(`The push service answered ${status}`);
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.pushDevice.updateMany({ where: { id: deviceId }, data: { toldAt: ctx.clock.now() } }),
  );
}
