import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { eventsById, keyOfSubject } from '../ledger/index.server';
import { isOwed } from './notification-text';
import { subjectsIn } from './shown-notice';
import { eventsOf, tellAgain } from './tell-again.server';
import type { WaitingMail } from '~/platform/mail/send-mail.server';

/** Of these events those that tell of what the person may not read now; what is owed to them is told in any case. */
export async function unreadable(ctx: ReadContext, personId: string, eventIds: readonly string[]) {
  const events = await eventsById(ctx, eventIds);
  const asked = events.flatMap(({ id, type, subjectKind, subjectId, publicData }) => {
    if (isOwed(type)) return [];
    const data = JSON.parse(publicData) as Record<string, unknown>;
    return [{ id, keys: subjectsIn({ type, subjectKind, subjectId, data }) }];
  });
  const keys = asked.flatMap(({ keys }) => keys);
  const readable = await ctx.subjects.access.readableBy(ctx, personId, keys);
  return new Set(
    asked.filter(({ keys }) => !keys.every((key) => readable.has(keyOfSubject(key)))).map(({ id }) => id),
  );
}

/**
 * Whether a mail that waited to be sent tells of what its recipient may no longer read: the matter was hidden, or the
 * recipient left the office, while the mail server was away. What else a mail of several events told comes again.
 */
export async function isWithheldMail(ctx: Context, mail: WaitingMail): Promise<boolean> {
  const { personId, eventId } = mail;
  if (personId === null) return false;
  const all = mail.eventIds === null ? (eventId ?? []) : eventsOf(mail.eventIds);
  const eventIds = [all].flat();
  const hidden = await unreadable(ctx, personId, eventIds);
  if (hidden.size === 0) return false;
  await inTransaction(ctx, async (ctx) => {
    // Once, also where the job is tried again: the mail goes on to tell of what is hidden alone.
    const left = await ctx.prisma.mail.updateMany({
      where: { id: mail.id, eventIds: mail.eventIds },
      data: { eventIds: JSON.stringify([...hidden]) },
    });
    const others = eventIds.filter((id) => !hidden.has(id));
    if (left.count > 0) await tellAgain(ctx, { personId, eventIds: others, at: ctx.clock.now() });
  });
  return true;
}
