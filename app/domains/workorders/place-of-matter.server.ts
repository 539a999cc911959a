import type { OrderSubject } from './order-subject';
import type { Transaction } from '~/platform/db/database.server';

const columns = { latitude: true, longitude: true, place: true } as const;
const nowhere = { latitude: null, longitude: null, place: null };

/**
 * Where a matter lies, as far as the order made of it may show: an order's page is public, so that what is confidential
 * or hidden gives it no place.
 */
export async function placeOfMatter(tx: Transaction, { kind, id }: OrderSubject) {
  if (kind === 'proposal')
    return (
      (await tx.prisma.proposal.findFirst({ where: { id, hiddenAt: null }, select: columns })) ?? nowhere
    );
  if (kind === 'feedback')
    return (
      (await tx.prisma.feedback.findFirst({
        where: { id, isPublic: true, hiddenAt: null },
        select: columns,
      })) ?? nowhere
    );
  return nowhere;
}
