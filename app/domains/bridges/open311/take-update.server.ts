import type { BridgeCaller } from '../api-keys.server';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { isWithin } from '../../actor';
import { DomainError } from '../../domain-error';
import { feedbackSpokenOn, withdrawFeedback } from '../../feedback/index.server';
import { appendEvent } from '../../ledger/index.server';
import { answerCallBack, exchangedOrder, lastOrderOfMatter, openOrders } from '../../workorders/index.server';
import { bridgeEvents } from '../events';
import type { CallFault } from '../rules/open311/check-request';
import type { PostedForm } from '../rules/open311/posted-form';
import { readUpdateStatus } from '../rules/open311/statuses';
import type { UpdateStatus } from '../rules/open311/statuses';
import { effectOf } from '../rules/open311/what-counts';
import type { Effect } from '../rules/open311/what-counts';
import { lastToldBefore } from './last-told.server';
import { readDate } from '../rules/open311/w3c-dates';
import { CallRefused } from './call-refused';
import type { Reader } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { cutText } from '~/lib/texts/cut-text';

interface CheckedUpdate {
  requestId: string;
  updateId: string;
  status: UpdateStatus;
  description: string;
  updatedAt: Date;
  sender: Record<string, string>;
  media: string[];
}

/** Comments of other systems have no limit by any specification; what is refused is sent again for ever. */
const longestUpdate = 20_000;
/** What an answer to a call-back holds. */
const longestWords = 500;
const senderFields = ['first_name', 'last_name', 'email', 'phone', 'account_id'];

function checkUpdate({ fields, media }: PostedForm, now: Date): CheckedUpdate {
  const faults: CallFault[] = ['service_request_id', 'update_id', 'status']
    .filter((name) => fields[name] === undefined)
    .map((name) => ({ status: 400, key: 'fault.missing', params: { name } }));
  const status = readUpdateStatus(fields.status ?? '');
  if (fields.status !== undefined && !status)
    faults.push({ status: 400, key: 'fault.not-a-value', params: { name: 'status' } });
  const date = fields.updated_datetime === undefined ? now : readDate(fields.updated_datetime);
  if (!date) faults.push({ status: 400, key: 'fault.not-a-date', params: { name: 'updated_datetime' } });
  const description = fields.description ?? '';
  if ([...description].length > longestUpdate)
    faults.push({
      status: 400,
      key: 'fault.too-long',
      params: { name: 'description', maximum: longestUpdate },
    });
  if ((fields.update_id ?? '').length > 100)
    faults.push({ status: 400, key: 'fault.too-long', params: { name: 'update_id', maximum: 100 } });
  if (!status || !date || faults.length > 0) throw new CallRefused(...faults);
  return {
    requestId: fields.service_request_id ?? '',
    updateId: fields.update_id ?? '',
    status,
    description,
    updatedAt: date,
    sender: Object.fromEntries(
      senderFields.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
    ),
    media: media.slice(0, 20),
  };
}

interface Subject {
  kind: 'feedback' | 'work-order';
  id: string;
  title: string;
  areaId: string;
  state: string;
  /** The order that is to be called back on, and whether its asker is the one who tells. */
  order: { id: string; state: string; departmentId: string | null } | null;
  own: boolean;
}

/** The request, where the caller may speak on it: in the caller's area, and public or the caller's own. */
async function subjectOf(ctx: ReadContext, caller: BridgeCaller, id: string): Promise<Subject> {
  const unknown = () => new CallRefused({ status: 404, key: 'fault.no-request', params: { id } });
  const inArea = ({ areaId }: { areaId: string }) => isWithin(areaId, caller.areaId);
  const matter = await feedbackSpokenOn({ ...ctx, actor: caller.actor }, id);
  if (matter) {
    const { isOwn, isOpen, ...rest } = matter;
    if (!isOwn && !(isOpen && inArea(matter))) throw unknown();
    return {
      ...{ kind: 'feedback', ...rest, own: isOwn },
      order: await lastOrderOfMatter(ctx, { kind: 'feedback', id }),
    };
  }
  const order = (await openOrders(ctx, [id])).has(id) ? await exchangedOrder(ctx, id) : null;
  if (!order || !inArea(order)) throw unknown();
  const { title, areaId, state } = order;
  return { kind: 'work-order', id, title, areaId, state, order, own: false };
}

const asAddress = (text: unknown) => (typeof text === 'string' ? text.trim().toLowerCase() : '');

/** True where the update bears the mail address of whoever asked: the sending system speaks for all its users. */
async function isFromAsker(ctx: ReadContext, subject: Subject, update: CheckedUpdate): Promise<boolean> {
  const email = asAddress(update.sender.email);
  if (!subject.own || email === '') return false;
  const request = await ctx.database.read.externalRequest.findUnique({
    where: { feedbackId: subject.id },
    select: { sealedReporter: true },
  });
  if (!request?.sealedReporter) return false;
  const reporter = JSON.parse(ctx.keys.open(request.sealedReporter)) as {
    email?: unknown;
  };
  return asAddress(reporter.email) === email;
}

/** Does what the update counts for. What was done meanwhile, or may not be, is kept as said and changes nothing. */
async function actOnUpdate(ctx: Context, subject: Subject, update: CheckedUpdate): Promise<Effect> {
  const { order } = subject;
  const effect = effectOf({
    status: update.status,
    isAsker: await isFromAsker(ctx, subject, update),
    lastTold: await lastToldBefore(ctx, { ...subject, orderId: order?.id ?? null }, update.updatedAt),
    feedbackState: subject.kind === 'feedback' ? subject.state : null,
    orderState: order?.state ?? null,
  });
  try {
    if (effect === 'reopened' && order) {
      const words = cutText(update.description, longestWords);
      await answerCallBack(ctx, order.id, { solved: false, rating: null, words });
    }
    if (effect === 'withdrawn') await withdrawFeedback(ctx, subject.id);
    return effect;
  } catch (error) {
    if (error instanceof DomainError) return 'noted';
    throw error;
  }
}

/**
 * Takes an update of another system: it is told to those who act on the request and stands on its page, its pictures
 * are fetched, and it counts as an answer to a call-back or as a withdrawal only as `effectOf` says. The same update_id
 * is taken once. Throws CallRefused.
 */
export async function takeUpdate(ctx: Context, caller: BridgeCaller, posted: PostedForm): Promise<string> {
  const update = checkUpdate(posted, ctx.clock.now());
  const acting: Context = { ...ctx, actor: caller.actor };
  const subject = await subjectOf(ctx, caller, update.requestId);
  const taken = await takenOrNoted(acting, { apiKeyId: caller.keyId, subject, update });
  if (taken.effect !== 'pending') return taken.id;
  const effect = await actOnUpdate(acting, subject, update);
  // Of two that came at once the second finds it done: what it counted for is what the first says.
  const where = { id: taken.id, ...(effect === 'noted' ? { effect: 'pending' } : {}) };
  await inTransaction(ctx, (ctx) => ctx.prisma.externalUpdate.updateMany({ where, data: { effect } }));
  return taken.id;
}

interface Noting {
  apiKeyId: string;
  subject: Subject;
  update: CheckedUpdate;
}

/** The update as it was taken before, or as it is noted now; `pending` until what it does is done. */
async function takenOrNoted(ctx: Context, noting: Noting): Promise<{ id: string; effect: string }> {
  const find = ({ externalUpdate }: Pick<Reader, 'externalUpdate'>) =>
    externalUpdate.findFirst({
      where: { apiKeyId: noting.apiKeyId, updateId: noting.update.updateId },
      select: { id: true, effect: true },
    });
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await find(ctx.prisma);
      if (before) return before;
      const id = newId(ctx.clock.now());
      await note(ctx, { id, ...noting });
      return { id, effect: 'pending' };
    });
  } catch (error) {
    // On PostgreSQL the same update may come in two transactions at once: the other one has taken it.
    const taken = isUniqueViolation(error) ? await find(ctx.database.read) : null;
    if (taken) return taken;
    throw error;
  }
}

async function note(ctx: TransactionContext, noting: Noting & { id: string }): Promise<void> {
  const { id, apiKeyId, subject, update } = noting;
  const { updateId, status, description, updatedAt, sender, media } = update;
  await ctx.prisma.externalUpdate.create({
    data: {
      id,
      apiKeyId,
      updateId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      status,
      description,
      effect: 'pending',
      sealedSender: Object.keys(sender).length > 0 ? ctx.keys.seal(JSON.stringify(sender)) : null,
      mediaUrls: media.length > 0 ? JSON.stringify(media) : null,
      updatedAt,
      receivedAt: ctx.clock.now(),
    },
  });
  if (media.length > 0) {
    await enqueue(ctx, {
      kind: 'bridge.fetch-pictures',
      payload: { externalUpdateId: id },
      runAt: ctx.clock.now(),
      idempotencyKey: `bridge.fetch-pictures:${id}`,
    });
  }
  await appendEvent(ctx, bridgeEvents, {
    type: 'bridge.update-received',
    subjectKind: subject.kind,
    subjectId: subject.id,
    areaId: subject.areaId,
    publicData: { title: subject.title, reason: cutText(description, 500) },
    privateData: { departmentId: subject.order?.departmentId ?? null, status, updateId },
  });
}
