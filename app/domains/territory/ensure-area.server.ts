import { DomainError } from '../domain-error';
import type { Transaction } from '~/platform/db/database.server';

/** Whether there is an area of this id. */
export async function isArea(tx: Transaction, areaId: string): Promise<boolean> {
  return (await tx.prisma.area.count({ where: { id: areaId } })) > 0;
}

/** The level of an area, such as `community`; null where there is none of this id. */
export async function levelOfArea(tx: Transaction, areaId: string): Promise<string | null> {
  const area = await tx.prisma.area.findUnique({ where: { id: areaId }, select: { level: true } });
  return area?.level ?? null;
}

/** Throws `invalid` at the field, `areaId` unless told, where there is no such area, or it is closed. */
export async function ensureArea(tx: Transaction, areaId: string, field = 'areaId'): Promise<void> {
  const area = await tx.prisma.area.findUnique({
    where: { id: areaId },
    select: { closedAt: true, successorId: true },
  });
  if (!area) throw new DomainError('invalid', { field, reason: 'unknown-area' });
  if (!area.closedAt) return;
  const successor = await tx.prisma.area.findUnique({ where: { id: area.successorId ?? '' } });
  const params = { successor: successor?.name ?? '' };
  throw new DomainError('invalid', { field, reason: 'territory.closed-into', params });
}
