import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { askCoordinator } from './ask-coordinator.server';
import { blowWhistle, closeWhistle, reportIn } from './blow-whistle.server';
import { changedMeanwhile } from './changed-meanwhile.server';
import { stopClocks } from '../clocks/clocks.server';
import { decideRequest, resume } from './decide-request.server';
import type { RequestKind } from './ask-coordinator.server';
import { sendToDepartment } from './dispatch-order.server';
import { finishOrder } from './finish-order.server';
import { addHelper, reportHelp } from './help-order.server';
import { delegateDown, passUp } from '../links/link-levels.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { ensureStep, holdWorkOrder, takeStep } from './move-work-order.server';
import { refuseOrder } from './refuse-order.server';
import type { WorkOrderStep } from '../schema';
import { startSupervision } from './supervise-order.server';
import { transferOrder, transferUp } from './transfer-order.server';
import { ensureForAll } from './words-for-all.server';

type Act = WorkOrderStep['act'];
type StepOf<Name extends Act> = Extract<WorkOrderStep, { act: Name }>;
type Doing<Name extends Act> = (
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder } & StepOf<Name>,
) => Promise<unknown>;

interface Asking {
  order: LoadedWorkOrder;
  reason: string;
  days?: number;
}

const asks = (kind: RequestKind) => (ctx: TransactionContext, given: Asking) =>
  askCoordinator(ctx, { ...given, kind });

const decides =
  (kind: RequestKind, grant: boolean) =>
  (ctx: TransactionContext, given: { order: LoadedWorkOrder; words: string }) =>
    decideRequest(ctx, { ...given, kind, grant });

/** Each step that a person takes on the order's page, and the use case that takes it. */
const doings: { [Name in Act]: Doing<Name> } = {
  refuse: refuseOrder,
  dispatch: (ctx, given) => sendToDepartment(ctx, { ...given, event: 'dispatch' }),
  assign: (ctx, given) => sendToDepartment(ctx, { ...given, event: 'assign' }),
  reassign: (ctx, given) => sendToDepartment(ctx, { ...given, event: 'reassign' }),
  accept: (ctx, { order }) => accept(ctx, order),
  'ask-return': asks('return'),
  'grant-return': decides('return', true),
  'refuse-return': decides('return', false),
  transfer: transferOrder,
  'transfer-up': transferUp,
  'add-helper': addHelper,
  'helper-report': reportHelp,
  'ask-extension': asks('extension'),
  'grant-extension': decides('extension', true),
  'refuse-extension': decides('extension', false),
  'ask-suspension': asks('suspension'),
  'grant-suspension': decides('suspension', true),
  'refuse-suspension': decides('suspension', false),
  resume: (ctx, { order }) => resume(ctx, order),
  'pass-up': passUp,
  delegate: delegateDown,
  whistle: blowWhistle,
  'report-in': reportIn,
  'close-whistle': closeWhistle,
  supervise: startSupervision,
  finish: finishOrder,
  archive: (ctx, { order }) => archive(ctx, order),
};

type AskedStep = WorkOrderStep & { pictures?: { before: string[]; after: string[] } };

/** The same within the transaction of a larger act. Throws `conflict` where the order is no longer at the version. */
export async function takeStepOn(ctx: TransactionContext, id: string, step: AskedStep): Promise<void> {
  const order = await holdWorkOrder(ctx, id);
  if (order.version !== step.version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  ensureStep(ctx, order, step.act);
  await ensureForAll(ctx, order, step);
  // The table pairs each act with its own doing; the compiler cannot follow that through the lookup.
  const act = doings[step.act] as Doing<Act>;
  await act(ctx, { ...step, order });
}

/**
 * One step by a department or a coordinator. `version` is what the page showed: where another acted meanwhile, the step
 * is refused, nothing changes, and the refusal says what the other did. `pictures` go with a report.
 */
export async function stepWorkOrder(ctx: Context, id: string, step: AskedStep): Promise<void> {
  try {
    await inTransaction(ctx, (ctx) => takeStepOn(ctx, id, step));
  } catch (error) {
    if (error instanceof DomainError && error.reason === 'changed-meanwhile')
      throw await changedMeanwhile(ctx, id);
    throw error;
  }
}

/** From here on the department that accepted leads. */
async function accept(ctx: TransactionContext, order: LoadedWorkOrder): Promise<void> {
  await takeStep(ctx, {
    order,
    event: 'accept',
    tells: 'work-order.accepted',
    columns: { acceptedAt: ctx.clock.now(), leadId: order.departmentId, responseDueAt: null },
  });
  await stopClocks(ctx, { workOrderId: order.id, kinds: ['response'] });
}

async function archive(ctx: TransactionContext, order: LoadedWorkOrder): Promise<void> {
  await takeStep(ctx, {
    order,
    event: 'archive',
    tells: 'work-order.archived',
    columns: { closedAt: ctx.clock.now() },
  });
}
