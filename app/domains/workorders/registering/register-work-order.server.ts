import type { Context, TransactionContext } from '../../context';
import { ensureCategory } from '../../categories/index.server';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import type { OrderSubject } from '../order-subject';
import { mayDispatch } from '../policy';
import type { NewWorkOrder } from '../schema';
import { areaOfSubject, takingUp, wordsOfSubject } from '../links/taking-up.server';
import type { SubjectWords } from '../links/taking-up.server';
import { wordsTaken } from './words-taken.server';
import { writeOrder } from '../steps/write-order.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** Hangs a matter on an order, and tells the matter that work on it has begun. */
export async function hang(
  ctx: TransactionContext,
  link: { workOrderId: string; subject: OrderSubject },
): Promise<void> {
  const { workOrderId, subject } = link;
  // Held: another order of the matter that ends at the same time must see this one, or this one it.
  const { follows, begin } = takingUp(ctx, subject.kind);
  if (follows) await lockRow(ctx, follows.table, subject.id);
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
  await begin(ctx, { id: subject.id, workOrderId });
}

/** An order's page is public: what not everyone may read gives it no place. */
const placeShown = ({ open, latitude, longitude, place }: SubjectWords) =>
  open ? { latitude, longitude, place } : {};

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
      const matter = await wordsOfSubject(ctx, subject);
      await ensureCategory(ctx, input.category, { kept: matter.category });
      return writeOrder(ctx, {
        order: {
          ...{ id, areaId, title: input.title, description: input.description },
          externalNumber: input.externalNumber === '' ? null : input.externalNumber,
          externalSystem: input.externalNumber === '' ? null : '12345',
          ...wordsTaken(ctx, { subject, matter }, input),
          ...placeShown(matter),
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
