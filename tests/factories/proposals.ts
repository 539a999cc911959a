import type { TestContext } from '../setup/context';
import { createDraft, publishProposal } from '~/domains/proposals/save-proposal.server';
import type { ProposalInput } from '~/domains/proposals/schema';
import type { Role } from '~/domains/actor';

export const communityId = '421002001001';

/** The areas from the city down to one community; making them twice changes nothing. */
export async function makeAreas(test: TestContext): Promise<void> {
  const rows: [string, string, string, string | null][] = [
    ['4210', 'city', '荆州市', null],
    ['421002', 'district', '沙市区', '4210'],
    ['421002001', 'street', '中山街道', '421002'],
    [communityId, 'community', '青石社区', '421002001'],
    ['421003', 'district', '荆州区', '4210'],
  ];
  await test.database.transaction(async (tx) => {
    for (const [id, level, name, parentId] of rows) {
      const area = { id, code: id.padEnd(12, '0'), level, name, parentId };
      await tx.prisma.area.upsert({ where: { id }, create: area, update: {} });
    }
  });
}

/** A person with a confirmed address, and the role if one is named. */
export async function makePerson(
  test: TestContext,
  id: string,
  held?: { role: Role; areaId: string },
): Promise<string> {
  const now = test.clock.now();
  await test.database.transaction(async (tx) => {
    await tx.prisma.person.create({
      data: { id, email: `${id}@example.org`, emailConfirmedAt: now, displayName: id, createdAt: now },
    });
    if (held)
      await tx.prisma.roleHeld.create({ data: { id: `${id}-role`, personId: id, ...held, createdAt: now } });
  });
  return id;
}

export const proposalInput: ProposalInput = {
  title: '在青石社区门口加装路灯',
  body: '社区东门到公交站这一段晚上没有路灯，老人和放学的孩子走路不安全，建议加装六盏太阳能路灯。',
  category: 'facilities',
  areaId: communityId,
  place: '东门',
  latitude: undefined,
  longitude: undefined,
};

/** A published proposal that gathers endorsements; answers its id. */
export async function makeProposal(
  test: TestContext,
  authorId: string,
  change: Partial<ProposalInput> = {},
): Promise<string> {
  const ctx = await test.asPerson(authorId);
  const id = await createDraft(ctx, { ...proposalInput, ...change }, []);
  await publishProposal(ctx, id);
  return id;
}
