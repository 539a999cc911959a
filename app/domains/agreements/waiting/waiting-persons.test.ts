import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementWaits, waitingParties } from '../../../../tests/factories/agreement-waits';
import { makeParties } from '../../../../tests/factories/agreements';
import { makePerson } from '../../../../tests/factories/proposals';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import { waitingFor } from '../../insights/mine.query.server';
import { deactivateOrganisation } from '../../organisations/deactivate-organisation.server';
import { nameSignatory } from '../../organisations/signatories.server';
import { agreementPage } from '../agreement-page.query.server';
import { acceptObligation, reportObligation } from '../living/obligations.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';

let test: TestContext;
let at: ReturnType<typeof agreementWaits>;
const reason = '不再活动，已经注销';

beforeAll(async () => {
  test = await testContext();
  at = agreementWaits(test);
  await makeAreas(test);
  for (const id of ['owner', 'both', 'onlooker']) await makePerson(test, id);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
});
afterAll(() => test.dispose());

/** Each test has parties of its own: some are closed. */
async function freshParties(): Promise<void> {
  await test.database.transaction(async (tx) => {
    await tx.prisma.agreement.deleteMany({});
    await tx.prisma.signingMandate.deleteMany({});
    await tx.prisma.organisationMember.deleteMany({});
    await tx.prisma.organisation.deleteMany({});
    await tx.prisma.person.deleteMany({ where: { id: { in: waitingParties.map((id) => `${id}-person`) } } });
  });
  await makeParties(test, [...waitingParties]);
}

async function join(organisationId: string, personId: string, mandate: string): Promise<void> {
  const createdAt = test.clock.now();
  await test.database.transaction((tx) =>
    tx.prisma.organisationMember.create({ data: { organisationId, personId, mandate, createdAt } }),
  );
}

const close = async (organisationId: string) => {
  await deactivateOrganisation(await test.asPerson('moderator'), organisationId, reason);
  await runJobs(test);
};
const mine = async (who: string) => (await waitingFor(await test.asPerson(who))).map(({ ask }) => ask);
const rowOf = async (organisation: string, person: string, id: string) => {
  const row = (await at.deskOf(organisation, person)).find((one) => one.id === id);
  return row && { ask: row.ask, able: row.able, isMine: row.isMine };
};

describe('who of an organisation sees what waits for it', () => {
  it('is whoever acts for it; ordinary members and others see nothing', async () => {
    await freshParties();
    await join('shop', 'onlooker', 'member');
    const id = await at.draft();
    await freezeAgreement(await at.as('ngo'), id);
    expect([await mine('shop-person'), await mine('onlooker'), await mine('owner')]).toEqual([
      ['sign'],
      [],
      [],
    ]);
    expect(await at.deskOf('shop', 'onlooker')).toEqual([]);
  });

  it('is told who may sign where it is not they themselves, and nobody is asked who may not', async () => {
    await freshParties();
    await join('shop', 'owner', 'owner');
    await nameSignatory(await test.asPerson('owner', 'shop'), 'shop', {
      ...{ personId: 'owner', name: '王小明', scope: 'all', limitFen: null, expiresOn: '' },
    });
    await nameSignatory(await test.asPerson('owner', 'shop'), 'shop', {
      ...{ personId: 'shop-person', name: '李大力', scope: 'all', limitFen: 100n, expiresOn: '' },
    });
    const id = await at.draft();
    await freezeAgreement(await at.as('ngo'), id);
    expect([await mine('owner'), await mine('shop-person')]).toEqual([['sign'], []]);
    const row = { ask: 'sign', able: ['owner'] };
    expect(await rowOf('shop', 'shop-person', id)).toEqual({ ...row, isMine: false });
    expect(await rowOf('shop', 'owner', id)).toEqual({ ...row, isMine: true });
  });

  it('names somebody who signs, where the mandates reach nobody', async () => {
    await freshParties();
    await join('shop', 'owner', 'owner');
    await nameSignatory(await test.asPerson('owner', 'shop'), 'shop', {
      ...{ personId: 'shop-person', name: '李大力', scope: 'all', limitFen: 100n, expiresOn: '' },
    });
    const id = await at.draft();
    await freezeAgreement(await at.as('ngo'), id);
    await test.database.transaction((tx) =>
      tx.prisma.organisationMember.deleteMany({ where: { organisationId: 'shop', personId: 'owner' } }),
    );
    const found = await waitingFor(await test.asPerson('shop-person'));
    expect(found).toMatchObject([{ ask: 'find-signatory', id, to: '/organisations/shop' }]);
  });

  it('is not who reported it: another of the payer judges the evidence', async () => {
    await freshParties();
    await join('ngo', 'both', 'representative');
    await join('shop', 'both', 'representative');
    const { obligationId } = await at.inForce(10);
    await reportObligation(await at.as('ngo', 'both'), obligationId, { report: '十次课都上了' });
    expect([await mine('both'), await mine('shop-person')]).toEqual([[], ['answer-promise']]);
    const row = { ask: 'answer-promise', able: ['shop-person'] };
    expect(await rowOf('shop', 'both', obligationId)).toEqual({ ...row, isMine: false });
  });

  it('is led over the choice for whom they act, where they act for another', async () => {
    await freshParties();
    await join('shop', 'both', 'representative');
    await join('ngo', 'both', 'representative');
    const id = await at.draft();
    const found = async (actingFor: string) =>
      (await waitingFor(await test.asPerson('both', actingFor))).map(({ to }) => to);
    const page = `/agreements/${id}#acts`;
    expect(await found('ngo')).toEqual([page]);
    const next = new URLSearchParams({ for: 'ngo', next: page }).toString();
    expect(await found('shop')).toEqual([`/account/act-for?${next}`]);
  });
});

describe('where a party is out of service', () => {
  it('its draft waits for the others, who cannot send it to be signed', async () => {
    await freshParties();
    const id = await at.draft();
    await close('ngo');
    expect(await at.waits(id)).toEqual({ shop: ['leave-draft'], community: ['leave-draft'] });
  });

  it('its promise waits for nobody, and the money that it owes for who receives it', async () => {
    await freshParties();
    const { id, obligationId } = await at.inForce(10);
    await reportObligation(await at.as('ngo'), obligationId, { report: '十次课都上了' });
    await close('shop');
    expect(await at.waits(id)).toEqual({ community: ['answer-promise'] });
    await acceptObligation(await at.as('community'), obligationId);
    expect(await at.waits(id)).toEqual({ ngo: ['settle-promise'] });
  });

  it('and no other party is left, evidence waits for a moderator of the area', async () => {
    await freshParties();
    const { id, obligationId } = await at.inForce(10);
    await reportObligation(await at.as('ngo'), obligationId, { report: '十次课都上了' });
    expect(await mine('moderator')).toEqual([]);
    await close('shop');
    await close('community');
    expect(await at.waits(id)).toEqual({});
    expect(await mine('moderator')).toEqual(['answer-promise']);
    const page = await agreementPage(await test.asPerson('moderator'), id);
    expect(page.agreement.obligations[0]?.may.answer).toBe(true);
  });

  it('a text that was changed behind its signatures asks nobody to sign or to do anything by it', async () => {
    await freshParties();
    const { id } = await at.inForce(10);
    await test.database.transaction((tx) =>
      tx.prisma.agreement.update({ where: { id }, data: { body: '有人改过这份协议的正文，各方并不知道。' } }),
    );
    expect(await at.waits(id)).toEqual({});
  });
});
