import type { Context } from '../context';
import { eventById } from '../ledger/index.server';
import { isOwed } from './notification-text';
import { subjectsIn } from './shown-notice';

/**
 * Whether a mail that waited to be sent tells of what its recipient may no longer read: the matter was hidden, or the
 * recipient left the office, while the mail server was away. What is owed to its recipient is sent in any case.
 */
export async function isWithheldMail(
  ctx: Context,
  mail: { personId: string | null; eventId: string | null },
): Promise<boolean> {
  const { personId, eventId } = mail;
  if (personId === null || eventId === null) return false;
  const event = await eventById(ctx, eventId);
  if (!event || isOwed(event.type)) return false;
  const { type, subjectKind, subjectId, publicData } = event;
  const data = JSON.parse(publicData) as Record<string, unknown>;
  for (const key of subjectsIn({ type, subjectKind, subjectId, data }))
    if (!(await ctx.subjects.access.readersAmong(ctx, key, [personId])).has(personId)) return true;
  return false;
}
