import type { TestContext } from '../setup/context';
import { communityId } from './proposals';
import type { Mandate, OrganisationKind } from '~/domains/actor';

export interface TestOrganisation {
  id: string;
  kind?: OrganisationKind;
  verified?: boolean;
  members: Record<string, Mandate>;
}

/** An organisation with its members; verified unless told. */
export async function makeOrganisation(test: TestContext, given: TestOrganisation): Promise<string> {
  const { id, kind = 'social-organisation', verified = true, members } = given;
  const now = test.clock.now();
  await test.database.transaction(async (tx) => {
    await tx.prisma.organisation.create({
      data: {
        id,
        kind,
        name: id,
        creditCode: `TEST-${id}`,
        verifiedCode: verified ? `TEST-${id}` : null,
        areaId: communityId,
        about: '测试组织',
        contact: '',
        state: verified ? 'verified' : 'waiting',
        createdAt: now,
      },
    });
    for (const [personId, mandate] of Object.entries(members)) {
      await tx.prisma.organisationMember.create({
        data: { organisationId: id, personId, mandate, createdAt: now },
      });
    }
  });
  return id;
}
