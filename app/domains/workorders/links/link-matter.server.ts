import { isWithin } from '../../actor';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { openStates } from '../lifecycle';
import { handlingArea, holdWorkOrder, loadWorkOrder, tellOfOrder } from '../steps/move-work-order.server';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { mayDispatch } from '../policy';
import type { OrderSubject } from '../order-subject';
import { hang } from '../registering/register-work-order.server';
import { areaOfSubject } from './taking-up.server';
import { significantDigits } from '~/lib/geo/division-code';
import { isOneOf } from '~/lib/known-words';

/** Orders and what hangs on them lie in one district. */
const districtOf = (areaId: string) => areaId.slice(0, significantDigits.district);

/**
 * Hangs a matter on an order that is held. Throws `forbidden` unless the actor coordinates both places, `invalid` at the field
 * where the order is closed or lies in another district, `conflict` where it hangs there already.
 */
export async function linkMatter(
  ctx: TransactionContext,
  link: { order: LoadedWorkOrder; subject: OrderSubject; field: string },
): Promise<void> {
  const { order, subject, field } = link;
  const areaId = await areaOfSubject(ctx, subject);
  ensure(mayDispatch(ctx.actor, areaId));
  ensure(mayDispatch(ctx.actor, handlingArea(order)));
  const invalid = (reason: string) => new DomainError('invalid', { field, reason });
  if (!isOneOf(openStates, order.state)) throw invalid('work-orders.closed-already');
  if (!isWithin(areaId, districtOf(order.areaId)) && !isWithin(order.areaId, districtOf(areaId)))
    throw invalid('work-orders.other-district');
  await hang(ctx, { workOrderId: order.id, subject });
  await tellOfOrder(ctx, { order: await loadWorkOrder(ctx, order.id), type: 'work-order.linked' });
}

/** Hangs another matter on an order that exists, found by its own or its official number; answers the order's id. */
export async function linkToWorkOrder(ctx: Context, subject: OrderSubject, number: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const found = await ctx.prisma.workOrder.findFirst({
      where: { OR: [{ number }, { externalNumber: number }] },
      select: { id: true },
    });
    if (!found) throw new DomainError('invalid', { field: 'number', reason: 'work-orders.unknown-number' });
    await linkMatter(ctx, { order: await holdWorkOrder(ctx, found.id), subject, field: 'number' });
    return found.id;
  });
}

/** Hangs a matter, chosen on the order's own page, on the order. */
export async function linkToThisOrder(
  ctx: Context,
  input: { id: string; subject: OrderSubject },
): Promise<void> {
  await inTransaction(ctx, async (ctx) =>
    linkMatter(ctx, {
      order: await holdWorkOrder(ctx, input.id),
      subject: input.subject,
      field: 'subject',
    }),
  );
}

/** An id within what was typed: somebody may paste the address of the matter. */
const idIn = (words: string) => /(?:^|\/)([0-9A-HJKMNP-TV-Z]{26})(?:[/?#]|$)/.exec(words)?.[1];

/**
 * Matters that may be hung on the order: of its district, in a state in which work on them may begin, in areas that the
 * actor coordinates, not on it yet; found by words of the title, by address or id, the newest first.
 */
export async function linkableMatters(
  ctx: ReadContext,
  order: { id: string; areaId: string },
  typed: string,
) {
  const asked = { areaId: districtOf(order.areaId), words: typed, id: idIn(typed) };
  const [found, links] = await Promise.all([
    Promise.all(
      [...ctx.subjects.takenUp].map(async ([kind, { linkable }]) =>
        (await linkable(ctx, asked)).map(({ id, title, areaId, page }) => ({
          kind,
          id,
          title,
          areaId,
          page,
        })),
      ),
    ),
    ctx.database.read.workOrderLink.findMany({ where: { workOrderId: order.id } }),
  ]);
  const hanging = new Set(links.map((link) => `${link.subjectKind}:${link.subjectId}`));
  return found
    .flat()
    .filter(
      ({ kind, id, areaId }) => !hanging.has(`${kind}:${id}`) && mayDispatch(ctx.actor, areaId).allowed,
    );
}
