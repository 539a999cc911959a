import { DomainError } from '../domain-error';
import type { Transaction } from '~/platform/db/database.server';

/** Whether there is an area of this id. */
export async function isArea(tx: Transaction, areaId: string): Promise<boolean> {
  return (await tx.prisma.area.count({ where: { id: areaId } })) > 0;
}

/** Throws `invalid` at the field, `areaId` unless told, where there is no such area. */
export async function ensureArea(tx: Transaction, areaId: string, field = 'areaId'): Promise<void> {
  if (!(await isArea(tx, areaId))) throw new DomainError('invalid', { field, reason: 'unknown-area' });
}
