import type { PersonActor } from '../../actor';
import type { ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { resolvePerson } from '../../identity/index.server';
import { appendEvent } from '../../ledger/index.server';
import { exchangedOrder, orderOfDepartment, takeStepOn } from '../../workorders/index.server';
import { bridgeEvents } from '../events';
import { statusActs } from '../rules/exchange/status-acts';
import type { StatusAct } from '../rules/exchange/status-acts';
import type { StatusMessage } from '../schema';
import { organisationsById } from '../../organisations/index.server';
import { textIn } from '~/i18n/catalogue';
import { open311 } from '~/i18n/open311';
import { withSavepoint } from '~/platform/db/savepoint';
import { isOneOf } from '~/lib/known-words';

export interface Source {
  id: string;
  name: string;
  areaId: string;
  departmentId: string;
  personId: string;
}

export interface Outcome {
  outcome: 'applied' | 'ignored' | 'unmapped' | 'unknown-order' | 'refused';
  workOrderId: string | null;
  detail: string | null;
}

/** The source acts for its department as that department's representatives do, and may no more than they. */
async function actorOf(ctx: ReadContext, source: Source): Promise<PersonActor> {
  const [actor, organisations] = await Promise.all([
    resolvePerson(ctx.database, source.personId, null),
    organisationsById(ctx, [source.departmentId]),
  ]);
  const department = organisations.get(source.departmentId);
  if (!department) throw new DomainError('not-found');
  const membership = {
    organisationId: department.id,
    name: department.name,
    kind: 'department' as const,
    areaId: department.areaId,
    mandate: 'representative' as const,
    verified: department.state === 'verified',
  };
  return { ...actor, memberships: [membership], actingFor: membership.verified ? membership : null };
}

/** True where the order is already at or past what the status says: the message then says nothing new. */
function isPast(state: string, act: StatusAct): boolean {
  const past = {
    accept: ['accepted', 'suspended', 'done', 'solved', 'rated', 'archived'],
    finish: ['done', 'solved', 'rated', 'archived'],
  };
  return act === 'accept' || act === 'finish' ? past[act].includes(state) : false;
}

async function note(
  ctx: TransactionContext,
  source: Source,
  told: {
    order: { id: string; title: string; areaId: string; departmentId: string | null };
    status: string;
  },
) {
  const { order, status } = told;
  await appendEvent(ctx, bridgeEvents, {
    type: 'bridge.order-followed',
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: order.areaId,
    publicData: { title: order.title, target: source.name, status },
    privateData: { departmentId: order.departmentId },
  });
}

const gone = (): never => {
  throw new DomainError('not-found');
};

async function actOnOrder(
  ctx: TransactionContext,
  input: { orderId: string; source: Source; message: StatusMessage; wanted: StatusAct },
) {
  const { orderId, source, message, wanted } = input;
  const read = async () => (await exchangedOrder(ctx, orderId)) ?? gone();
  const order = await read();
  if (isPast(order.state, wanted)) return;
  if (wanted === 'note') return note(ctx, source, { order, status: message.data.status });
  if (order.state !== 'accepted')
    await withSavepoint(ctx, () => takeStepOn(ctx, orderId, { act: 'accept', version: order.version }));
  if (wanted === 'accept') return;
  const { status, report } = message.data;
  const words = report ?? textIn(ctx.locale, open311)('report', { system: source.name, status });
  const { version } = await read();
  await withSavepoint(ctx, () => takeStepOn(ctx, orderId, { act: 'finish', version, report: words }));
}

/**
 * Does to the order what the status means. It may be repeated: an order that is there already is left as it is.
 * What the order's life cycle or the department's remit does not allow is refused, with the reason, and leaves nothing.
 */
export async function applyStatus(
  ctx: TransactionContext,
  source: Source,
  message: StatusMessage,
): Promise<Outcome> {
  const { number, status } = message.data;
  const mapping = await ctx.database.read.externalStatus.findUnique({
    where: { sourceId_status: { sourceId: source.id, status } },
  });
  const { name: system, areaId, departmentId } = source;
  const order = await orderOfDepartment(ctx, { number, system, areaId, departmentId });
  const workOrderId = order?.id ?? null;
  const wanted = mapping?.act;
  if (!isOneOf(statusActs, wanted)) return { outcome: 'unmapped', workOrderId, detail: null };
  if (wanted === 'ignore') return { outcome: 'ignored', workOrderId, detail: null };
  if (!order) return { outcome: 'unknown-order', workOrderId, detail: null };
  const acting: TransactionContext = { ...ctx, actor: await actorOf(ctx, source) };
  try {
    await actOnOrder(acting, { orderId: order.id, source, message, wanted });
    return { outcome: 'applied', workOrderId, detail: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { outcome: 'refused', workOrderId, detail: error.reason ?? error.code };
  }
}
