import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../factories/organisations';
import { communityId, makeAreas, makePerson, makeProposal } from '../factories/proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { decideQueueItem, decideQueueItems } from '~/domains/insights/decide-queue-item.server';
import { readResidenceAddress, requestResidence } from '~/domains/identity/index.server';
import { deactivateOrganisation } from '~/domains/organisations/deactivate-organisation.server';
import { endorseProposal, withdrawEndorsement } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { importAreas } from '~/domains/territory/index.server';
import { allEvents } from '~/domains/registry.server';
import { cancelOpportunity } from '~/domains/volunteering/activities/cancel-opportunity.server';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['ann', 'bob', 'owner']) await makePerson(test, id);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'other-moderator', { role: 'moderator', areaId: '421002' });
  await makeOrganisation(test, { id: 'helpers', members: { owner: 'owner' } });
});
afterAll(() => test.dispose());

describe('a residence', () => {
  it('is not confirmed from the queue by who has not opened the address, one by one either', async () => {
    for (const id of ['ann', 'bob'])
      await requestResidence(await test.asPerson(id), {
        ...{ areaId: communityId, address: `便河路 12 号 ${id}`, birthYear: 1960 },
      });
    const items = await test.database.read.queueItem.findMany({ orderBy: { id: 'asc' } });
    const moderator = await test.asPerson('moderator');
    const bulk = await decideQueueItems(
      moderator,
      items.map(({ id }) => id),
      { approve: true, reason: '属实' },
    );
    expect(bulk.done).toBe(0);
    const [first] = items;
    const approve = async (who: string) =>
      decideQueueItem(await test.asPerson(who), { id: first?.id ?? '', approve: true, reason: '属实' });
    await expect(approve('moderator')).rejects.toMatchObject({ reason: 'identity.open-first' });
    await readResidenceAddress(await test.asPerson('other-moderator'), {
      id: first?.subjectId ?? '',
      reason: '核对居住申请',
    });
    await expect(approve('moderator')).rejects.toMatchObject({ reason: 'identity.open-first' });
    await readResidenceAddress(moderator, { id: first?.subjectId ?? '', reason: '核对居住申请' });
    await approve('moderator');
    expect(await test.database.read.person.count({ where: { residenceAreaId: communityId } })).toBe(1);
  });
});

describe('an organisation that was taken out of service', () => {
  it('is called so to its members, and its activities can be called off by a moderator', async () => {
    const id = await publishOpportunity(await test.asPerson('owner', 'helpers'), {
      ...{
        title: '清洁日',
        body: '一起打扫院子，带上手套。',
        areaId: communityId,
        proposalId: '',
        place: '',
      },
      ...{ risks: '', requirements: '', minimumAge: 16 },
    });
    const moderator = await test.asPerson('moderator');
    await deactivateOrganisation(moderator, 'helpers', '已经注销');
    const { actor } = await test.asPerson('owner');
    expect(actor).toMatchObject({ memberships: [{ verified: false, inactive: true }], actingFor: null });
    await cancelOpportunity(moderator, id, '主办单位已停用');
    expect(await test.database.read.opportunity.findUnique({ where: { id } })).toMatchObject({
      state: 'cancelled',
    });
  });
});

describe('what changes pages that others have kept', () => {
  const topicsSince = async (sequence: number) => {
    const events = await test.database.read.event.findMany({ where: { sequence: { gt: sequence } } });
    return events.flatMap(({ type }) => allEvents[type]?.topics ?? []);
  };
  const last = async () =>
    (await test.database.read.event.findFirst({ orderBy: { sequence: 'desc' } }))?.sequence ?? 0;

  it('is an event, so that other processes drop them: withdrawing an endorsement, importing areas', async () => {
    const proposalId = await makeProposal(test, 'ann');
    await endorseProposal(await test.asPerson('bob'), proposalId);
    const before = await last();
    await withdrawEndorsement(await test.asPerson('bob'), proposalId);
    expect(await topicsSince(before)).toContain('proposals');
    const then = await last();
    await importAreas(test.as('system'), 'code,name\n421000000000,荆州市\n421002000000,沙市区新名\n');
    expect((await topicsSince(then)).length).toBeGreaterThan(0);
  });
});
