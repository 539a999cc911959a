import type { Transaction } from '~/platform/db/database.server';

/**
 * The person who is told: the named superior of the department, else of the area. Empty where neither names one; then
 * the area's coordinators are told.
 */
export async function superiorsFor(
  tx: Transaction,
  of: { areaId: string; departmentId: string | null },
): Promise<string[]> {
  const [ofDepartment, ofArea] = [
    of.departmentId
      ? await tx.prisma.superior.findFirst({ where: { organisationId: of.departmentId } })
      : null,
    await tx.prisma.superior.findFirst({ where: { areaId: of.areaId, organisationId: '' } }),
  ];
  const named = ofDepartment ?? ofArea;
  return named ? [named.personId] : [];
}
