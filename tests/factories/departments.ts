import type { TestContext } from '../setup/context';
import { communityId } from './proposals';

/** A verified department with one representative; answers its id. */
export async function makeDepartment(
  test: TestContext,
  { id, memberId, name = '城管局' }: { id: string; memberId: string; name?: string },
): Promise<string> {
  const now = test.clock.now();
  await test.database.transaction(async (tx) => {
    await tx.prisma.organisation.create({
      data: {
        id,
        kind: 'department',
        name,
        creditCode: `code-${id}`,
        areaId: communityId.slice(0, 6),
        about: name,
        state: 'verified',
        verifiedAt: now,
        createdAt: now,
      },
    });
    await tx.prisma.organisationMember.create({
      data: { organisationId: id, personId: memberId, mandate: 'representative', createdAt: now },
    });
  });
  return id;
}
