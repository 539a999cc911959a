import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { ensureReads } from '../ensure-reads';
import { inTransaction } from '../in-transaction.server';
import { holdMeeting, touchMeeting } from './load-meeting.server';
import type { LoadedMeeting } from './load-meeting.server';
import { mayChangeMeeting, mayRecord } from './policy';
import { subjectInAddress } from './rules/subject-in-address';
import type { Actor } from '../actor';
import { doOnce, forgetDone } from '../do-once.server';
import { allow } from '~/lib/decision';
import { newId } from '~/platform/ids';

const mostItems = 50;

/** The agenda is made before the meeting, and added to while it is in session. */
const mayMakeAgenda = (actor: Actor, meeting: LoadedMeeting) =>
  mayRecord(actor, meeting).allowed ? allow : mayChangeMeeting(actor, meeting);

/**
 * Puts a point on the agenda: words, or a thing of the portal by the address of its page. Throws `invalid` at the field
 * where whoever adds it may not read that, or it stands there already.
 */
export async function addItem(ctx: Context, meetingId: string, typed: string): Promise<void> {
  const id = newId(ctx.clock.now());
  await doOnce(ctx, `meeting.item ${meetingId}`, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayMakeAgenda(ctx.actor, meeting));
    const invalid = (reason: string) => new DomainError('invalid', { field: 'item', reason });
    if (meeting.items.length >= mostItems) throw invalid('meetings.agenda-full');
    const subject = subjectInAddress(typed);
    if (subject) {
      await ensureReads(ctx, subject).catch(() => {
        throw invalid('meetings.unknown-item');
      });
      if (meeting.items.some((item) => item.subjectKind === subject.kind && item.subjectId === subject.id))
        throw invalid('meetings.item-there');
    }
    const last = meeting.items.at(-1)?.position ?? -1;
    await ctx.prisma.meetingItem.create({
      data: {
        ...{ id, meetingId, position: last + 1, words: subject ? '' : typed },
        ...(subject ? { subjectKind: subject.kind, subjectId: subject.id } : {}),
      },
    });
    await touchMeeting(ctx, meeting);
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
    return id;
  });
}

/** Takes a point off, or moves it up by one. */
export async function moveItem(
  ctx: Context,
  meetingId: string,
  { itemId, how }: { itemId: string; how: 'remove' | 'up' },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayMakeAgenda(ctx.actor, meeting));
    const at = meeting.items.findIndex(({ id }) => id === itemId);
    const [above, item] = [meeting.items[at - 1], meeting.items[at]];
    if (!item) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    if (how === 'remove') {
      await ctx.prisma.meetingItem.delete({ where: { id: itemId } });
      await forgetDone(ctx, itemId);
    } else if (above) {
      const place = (id: string, position: number) =>
        ctx.prisma.meetingItem.update({ where: { id }, data: { position } });
      await place(item.id, above.position);
      await place(above.id, item.position === above.position ? item.position + 1 : item.position);
    }
    await touchMeeting(ctx, meeting);
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
  });
}
