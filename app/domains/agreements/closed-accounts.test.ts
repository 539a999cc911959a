import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../tests/factories/agreements';
import { makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { runJobs } from '../../../tests/setup/jobs';
import { erasePerson } from '../own-data.server';
import { agreementPage } from './agreement-page.query.server';
import { answerClauseNote } from './drafting/answer-proposal.server';
import { noteClause } from './drafting/clause-notes.server';
import { draftAgreement, editAgreement } from './drafting/draft-agreement.server';
import { takeUpAgreement } from './drafting/take-up-agreement.server';
import { acceptObligation, releaseAmount, reportObligation } from './living/obligations.server';
import { freezeAgreement } from './signing/freeze-agreement.server';
import { declineAgreement } from './signing/undo-freezing.server';

let test: TestContext;
let turn = 0;
let [ngo, shop, committee] = ['', '', ''];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
});
afterAll(() => test.dispose());

/** Three parties for each test, each with one who acts for it. */
beforeEach(async () => {
  turn += 1;
  [ngo, shop, committee] = [`ngo${turn}`, `shop${turn}`, `committee${turn}`];
  await makeParties(test, [ngo, shop, committee]);
});

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const rowOf = (id: string) =>
  test.database.read.agreement.findUniqueOrThrow({ where: { id }, include: { obligations: true } });
const stateOf = (organisation: string) =>
  test.database.read.organisation
    .findUniqueOrThrow({ where: { id: organisation } })
    .then(({ state }) => state);

/** The account of who acts for it is closed, and what follows is done. */
async function closes(organisation: string): Promise<void> {
  const personId = `${organisation}-person`;
  await erasePerson(await test.asPerson(personId), personId);
  await runJobs(test);
}

const rows = () => ({
  ...{ 'party.1': shop, 'what.1': '提供场地', 'due.1': '2027-12-31', 'amount.1': '300', 'payer.1': ngo },
});
const given = (change: Record<string, unknown> = {}) =>
  draftOf({ partyIds: [ngo, shop, committee], rows: rows(), ...change });
const drafted = async () => draftAgreement(await as(ngo), given());

async function frozen() {
  const id = await drafted();
  await freezeAgreement(await as(ngo), id);
  return { id, contentHash: (await rowOf(id)).contentHash ?? '' };
}

async function inForce() {
  const agreement = await frozen();
  for (const party of [ngo, shop, committee]) await signAs(await as(party), agreement);
  return agreement.id;
}

describe('the last account of a party is closed', () => {
  it('while it is drafted: the party is out of service, and the others go on without it', async () => {
    const id = await drafted();
    await closes(committee);
    expect([await stateOf(committee), (await rowOf(id)).state]).toEqual(['inactive', 'draft']);
    expect((await agreementPage(await as(shop), id)).outOfService).toEqual([committee]);
    await expect(freezeAgreement(await as(ngo), id)).rejects.toMatchObject({
      reason: 'agreements.unknown-party',
    });
    expect(await editAgreement(await as(shop), id, given({ partyIds: [ngo, shop] }))).toBe('saved');
    await freezeAgreement(await as(ngo), id);
  });

  it('while its draft is with the others: they leave it, and begin anew', async () => {
    const id = await drafted();
    await closes(ngo);
    await declineAgreement(await as(shop), id, '对方已经不在了');
    const anew = await takeUpAgreement(await as(shop), id, 'retaken');
    const own = { 'party.1': shop, 'what.1': '提供场地', 'due.1': '2027-12-31' };
    await editAgreement(await as(committee), anew, given({ partyIds: [shop, committee], rows: own }));
    await freezeAgreement(await as(shop), anew);
    expect((await rowOf(anew)).state).toBe('frozen');
  });

  it('while its proposal waits: the others accept it or not, without it', async () => {
    const id = await drafted();
    const proposed = '各方一起出力，建好管好南门充电桩和路灯，保障用电安全。';
    const noteId = await noteClause(await as(shop), id, { clause: 1, text: '写上路灯', proposed });
    await closes(shop);
    for (const party of [ngo, committee])
      await answerClauseNote(await as(party), id, { noteId, decision: 'accept', answer: '' });
    expect(await rowOf(id)).toMatchObject({ version: 2, body: proposed });
  });

  it('while it is open to be signed: the text goes back to the others as a draft', async () => {
    const { id } = await frozen();
    await closes(shop);
    expect(await rowOf(id)).toMatchObject({ state: 'draft', contentHash: null });
  });

  it('once it has signed and others have not: its signature is void with the text that goes back', async () => {
    const agreement = await frozen();
    await signAs(await as(shop), agreement);
    await closes(shop);
    expect(await rowOf(agreement.id)).toMatchObject({ state: 'draft', contentHash: null });
    const { agreement: shown } = await agreementPage(await as(ngo), agreement.id);
    expect(shown.parties.map(({ signedAt }) => signedAt)).toEqual([null, null, null]);
  });

  it('once all have signed: the text stands with the name under it, and fits', async () => {
    const id = await inForce();
    await closes(shop);
    const { agreement, outOfService } = await agreementPage(test.as('visitor'), id);
    expect(agreement).toMatchObject({ state: 'in-force', fits: true });
    expect(agreement.parties[1]).toMatchObject({ organisationId: shop, signatoryName: '张三' });
    expect(outOfService).toEqual([shop]);
  });

  it('while it has reported what it promised: another accepts, and it is paid', async () => {
    const id = await inForce();
    const [{ id: obligationId = '' } = {}] = (await rowOf(id)).obligations;
    await reportObligation(await as(shop), obligationId, { report: '场地已经开放' });
    await closes(shop);
    await acceptObligation(await as(ngo), obligationId);
    await releaseAmount(await as(ngo), obligationId);
    expect((await rowOf(id)).obligations[0]).toMatchObject({ state: 'done', releasedAt: test.clock.now() });
  });

  it('while it is to pay what was accepted: another accepts, and the receiver says that the money came', async () => {
    const id = await inForce();
    const [{ id: obligationId = '' } = {}] = (await rowOf(id)).obligations;
    await reportObligation(await as(shop), obligationId, { report: '场地已经开放' });
    await closes(ngo);
    await acceptObligation(await as(committee), obligationId);
    await releaseAmount(await as(shop), obligationId);
    expect((await rowOf(id)).obligations[0]).toMatchObject({ state: 'done', releasedAt: test.clock.now() });
  });

  it('while it is amended: the amendment is made by those who are left, and takes its place', async () => {
    const id = await inForce();
    const amendment = await takeUpAgreement(await as(ngo), id, 'amendment');
    await closes(committee);
    await editAgreement(
      await as(ngo),
      amendment,
      given({ partyIds: [ngo, shop], body: '各方重新约定：由超市负责日常巡查和维护。' }),
    );
    await freezeAgreement(await as(ngo), amendment);
    const { contentHash } = await rowOf(amendment);
    for (const party of [ngo, shop])
      await signAs(await as(party), { id: amendment, contentHash: contentHash ?? '' });
    expect([(await rowOf(id)).state, (await rowOf(amendment)).state]).toEqual(['replaced', 'in-force']);
  });
});

it('an account is closed and another acts for the party still: what was signed stands, and the text is signed on', async () => {
  await makePerson(test, `deputy${turn}`);
  await test.database.transaction((tx) =>
    tx.prisma.organisationMember.create({
      data: {
        ...{ organisationId: shop, personId: `deputy${turn}`, mandate: 'owner', createdAt: test.clock.now() },
      },
    }),
  );
  const agreement = await frozen();
  await signAs(await as(shop), agreement);
  await closes(shop);
  expect((await rowOf(agreement.id)).state).toBe('frozen');
  for (const party of [ngo, committee]) await signAs(await as(party), agreement);
  const { agreement: shown } = await agreementPage(test.as('visitor'), agreement.id);
  expect(shown).toMatchObject({ state: 'in-force', fits: true });
  expect(await stateOf(shop)).toBe('verified');
});
