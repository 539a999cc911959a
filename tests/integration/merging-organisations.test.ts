import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../factories/agreements';
import { makeMeeting } from '../factories/meetings';
import { makeOrganisation } from '../factories/organisations';
import { makeAreas, makePerson } from '../factories/proposals';
import { activity, makeShift } from '../factories/volunteering';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { agreementPage } from '~/domains/agreements/agreement-page.query.server';
import { draftAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { freezeAgreement } from '~/domains/agreements/signing/freeze-agreement.server';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';
import { organisationPage } from '~/domains/organisations/organisation.query.server';
import { nameSignatory } from '~/domains/organisations/signatories.server';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';

let test: TestContext;
const reason = '同一个组织登记了两次';
const into = 'kept';

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  for (const id of ['coordinator', 'both', 'owner']) await makePerson(test, id);
  await makeParties(test, ['ngo', 'shop', 'club']);
  await makeOrganisation(test, { id: into, members: { owner: 'owner', both: 'member' } });
  await makeOrganisation(test, {
    ...{ id: 'helpers', members: { coordinator: 'owner', both: 'representative' } },
  });
  await makeOrganisation(test, { id: 'bureau', kind: 'department', members: {} });
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const merge = async (who: string, organisationId: string, intoId = into) =>
  mergeOrganisation(await test.asPerson(who), { organisationId, intoId, reason });
const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const contentHashOf = async (id: string) =>
  (await read().agreement.findUniqueOrThrow({ where: { id } })).contentHash ?? '';

const parties = ['ngo', 'shop'];
async function agreement(until: 'draft' | 'frozen' | 'in-force', partyIds = parties): Promise<string> {
  const rows = { 'party.1': 'shop', 'what.1': '提供场地', 'due.1': '2027-12-31' };
  const id = await draftAgreement(await as('ngo'), draftOf({ partyIds, rows }));
  if (until !== 'draft') await freezeAgreement(await as('ngo'), id);
  const contentHash = await contentHashOf(id);
  if (until === 'in-force') for (const party of partyIds) await signAs(await as(party), { id, contentHash });
  return id;
}

describe('merging', () => {
  it('is for an administrator of both areas, into another of the same kind that is in service', async () => {
    await expect(merge('moderator', 'helpers')).rejects.toMatchObject({
      reason: 'organisations.administrators-only',
    });
    await expect(merge('administrator', 'helpers', 'helpers')).rejects.toMatchObject({
      ...{ field: 'intoId', reason: 'organisations.merge-itself' },
    });
    await expect(merge('administrator', 'helpers', 'bureau')).rejects.toMatchObject({
      reason: 'organisations.merge-same-kind',
    });
    await makeOrganisation(test, { id: 'waiting', verified: false, members: {} });
    await expect(merge('administrator', 'helpers', 'waiting')).rejects.toMatchObject({
      reason: 'organisations.merge-into-verified',
    });
    await expect(merge('administrator', 'waiting')).rejects.toMatchObject({ reason: 'already-decided' });
  });

  it('takes members, their mandates and what the double runs along, and leads on', async () => {
    const organiser = await test.asPerson('coordinator', 'helpers');
    const opportunityId = await publishOpportunity(organiser, activity);
    const shiftId = await makeShift(test, opportunityId, { hours: 24, capacity: 3 });
    await nameSignatory(organiser, 'helpers', {
      ...{ personId: 'both', name: '王小明', scope: 'all', limitFen: null, expiresOn: '' },
    });
    const meetingId = await makeMeeting(test, { organisationIds: ['helpers', 'club'] });
    await merge('administrator', 'helpers');
    await runJobs(test);
    const members = await read().organisationMember.findMany({
      orderBy: { personId: 'asc' },
      where: { organisationId: { in: [into, 'helpers'] } },
    });
    expect(
      members.map(({ organisationId, personId, mandate }) => [organisationId, personId, mandate]),
    ).toEqual([
      [into, 'both', 'member'],
      [into, 'coordinator', 'representative'],
      [into, 'owner', 'owner'],
    ]);
    expect(await read().signingMandate.count({ where: { revokedAt: null } })).toBe(0);
    const { opportunity } = await read().shift.findUniqueOrThrow({
      where: { id: shiftId },
      include: { opportunity: true },
    });
    expect(opportunity.organisationId).toBe(into);
    const seats = await read().meetingSeat.findMany({ where: { meetingId, organisationId: { not: null } } });
    expect(seats.map(({ organisationId }) => organisationId).sort()).toEqual(['club', into]);
    const { organisation } = await organisationPage(test.as('visitor'), 'helpers');
    expect(organisation).toMatchObject({ state: 'merged', mergedIntoId: into, verifiedCode: null, reason });
    const { predecessors } = await organisationPage(test.as('visitor'), into);
    expect(predecessors).toMatchObject([{ id: 'helpers', reason, mergedAt: test.clock.now() }]);
    await expect(merge('administrator', 'helpers')).rejects.toMatchObject({ reason: 'already-decided' });
  });

  it('puts the other in the place of a party of drafts, takes back what is being signed, and leaves what is signed', async () => {
    const [draft, frozen, signed] = [
      await agreement('draft'),
      await agreement('frozen'),
      await agreement('in-force'),
    ];
    const withBoth = await agreement('draft', ['ngo', 'shop', 'club']);
    await merge('administrator', 'shop', 'club');
    await runJobs(test);
    for (const id of [draft, frozen, withBoth]) {
      const { agreement: shown } = await agreementPage(await as('ngo'), id);
      expect(shown.state).toBe('draft');
      expect(shown.parties.map(({ organisationId }) => organisationId)).toEqual(['ngo', 'club']);
      expect(shown.obligations.map(({ organisationId }) => organisationId)).toEqual(['club']);
    }
    await freezeAgreement(await as('ngo'), frozen);
    const page = await agreementPage(test.as('visitor'), signed);
    expect(page.agreement).toMatchObject({ state: 'in-force', fits: true });
    expect(page.organisations.shop?.name).toBe('shop');
    expect(page.merged).toEqual([{ id: 'shop', name: 'shop', successor: { id: 'club', name: 'club' } }]);
    expect(page.outOfService).toEqual([]);
  });

  it('leaves one that was a party beside its double with the rights and the clauses of both', async () => {
    await makeParties(test, ['first', 'second', 'third']);
    const input = draftOf({ partyIds: ['first', 'second', 'third'], rows: {} });
    const id = await draftAgreement(await as('first'), input);
    const give = (organisationId: string, drafting: string, clauses: string[]) =>
      test.database.transaction((tx) =>
        tx.prisma.agreementParty.update({
          where: { agreementId_organisationId: { agreementId: id, organisationId } },
          data: { drafting, clauses: JSON.stringify(clauses) },
        }),
      );
    await give('first', 'whole', ['付款']);
    await give('second', 'comment', ['验收']);
    await merge('administrator', 'first', 'second');
    await runJobs(test);
    const draft = await read().agreement.findUniqueOrThrow({
      where: { id },
      include: { parties: { orderBy: { organisationId: 'asc' } } },
    });
    expect(draft.organisationId).toBe('second');
    expect(
      draft.parties.map(({ organisationId, drafting, clauses }) => [organisationId, drafting, clauses]),
    ).toEqual([
      ['second', 'whole', '["验收","付款"]'],
      ['third', 'whole', '[]'],
    ]);
  });

  it('leads on from what was merged before, too', async () => {
    await makeOrganisation(test, { id: 'last', members: {} });
    await merge('administrator', into, 'last');
    const { organisation } = await organisationPage(test.as('visitor'), 'helpers');
    expect(organisation.mergedIntoId).toBe('last');
    const owners = await read().organisationMember.findMany({
      where: { organisationId: 'last', mandate: 'owner' },
    });
    expect(owners.map(({ personId }) => personId)).toEqual(['owner']);
  });
});
