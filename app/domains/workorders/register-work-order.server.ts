import type { Context, TransactionContext } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { markFeedbackDispatched } from '../feedback/index.server';
import { startImplementation } from '../proposals/index.server';
import type { OrderSubject } from './order-subject';
import { placeOfMatter } from './place-of-matter.server';
import { mayDispatch } from './policy';
import type { NewWorkOrder } from './schema';
import { wordsTaken } from './words-taken.server';
import { writeOrder } from './write-order.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** Where a matter lies, so that nobody dispatches in an area not theirs. */
export async function areaOfSubject(tx: Transaction, subject: OrderSubject): Promise<string> {
  const areaId = await {
    proposal: async () => (await tx.prisma.proposal.findUnique({ where: { id: subject.id } }))?.areaId,
    feedback: async () => (await tx.prisma.feedback.findUnique({ where: { id: subject.id } }))?.areaId,
    obligation: async () =>
      (await tx.prisma.obligation.findUnique({ where: { id: subject.id }, include: { agreement: true } }))
        ?.agreement.areaId,
  }[subject.kind]();
  if (!areaId) throw new DomainError('not-found');
  return areaId;
}

/** Work is done on what is promised and not met yet. */
async function ensureObligationHolds(tx: Transaction, id: string): Promise<void> {
  const holds = await tx.prisma.obligation.count({
    where: { id, state: 'open', agreement: { state: 'in-force' } },
  });
  if (holds === 0) throw new DomainError('wrong-state', { reason: 'work-orders.obligation-not-open' });
}

/** Hangs a matter on an order, and tells the matter that work on it has begun. */
export async function hang(
  ctx: TransactionContext,
  link: { workOrderId: string; subject: OrderSubject },
): Promise<void> {
  const { workOrderId, subject } = link;
  // Held: another order of the matter that ends at the same time must see this one, or this one it.
  if (subject.kind !== 'obligation')
    await lockRow(ctx, subject.kind === 'proposal' ? 'Proposal' : 'Feedback', subject.id);
  const added = await ctx.sql.run(
    `INSERT INTO "WorkOrderLink" ("workOrderId", "subjectKind", "subjectId", "linkedBy", "createdAt") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    [
      workOrderId,
      subject.kind,
      subject.id,
      ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      ctx.clock.now(),
    ],
  );
  if (added === 0) throw new DomainError('conflict', { reason: 'work-orders.linked-already' });
  if (subject.kind === 'obligation') await ensureObligationHolds(ctx, subject.id);
  if (subject.kind === 'proposal') await startImplementation(ctx, { proposalId: subject.id, workOrderId });
  if (subject.kind === 'feedback') await markFeedbackDispatched(ctx, { feedbackId: subject.id, workOrderId });
}

/** Turns a matter into a work order, and dispatches it where a department is named; answers the order's id. */
export async function registerWorkOrder(ctx: Context, input: NewWorkOrder): Promise<string> {
  const now = ctx.clock.now();
  const id = newId(now);
  const subject: OrderSubject = { kind: input.subjectKind, id: input.subjectId };
  try {
    return await doOnce(ctx, 'work-order.register', async (ctx) => {
      const areaId = await areaOfSubject(ctx, subject);
      // Before the matter is read: its words are not for everyone.
      ensure(mayDispatch(ctx.actor, areaId));
      return writeOrder(ctx, {
        order: {
          ...{ id, areaId, title: input.title, description: input.description },
          externalNumber: input.externalNumber === '' ? null : input.externalNumber,
          externalSystem: input.externalNumber === '' ? null : '12345',
          ...(await wordsTaken(ctx, subject, input)),
          ...(await placeOfMatter(ctx, subject)),
          category: input.category,
          urgency: input.urgency,
        },
        takeUp: () => hang(ctx, { workOrderId: id, subject }),
        departmentId: input.departmentId === '' ? null : input.departmentId,
        deadline: input.deadline,
      });
    });
  } catch (error) {
    if (input.externalNumber !== '' && isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'externalNumber', reason: 'work-orders.number-known' });
    throw error;
  }
}
