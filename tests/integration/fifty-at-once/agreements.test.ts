import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../factories/agreements';
import { makeAreas, makePerson } from '../../factories/proposals';
import { all, fired, oneAnd, presses } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { assentToStep, takeAssentBack } from '~/domains/agreements/living/assent-to-step.server';
import { attachFiles, removeFile } from '~/domains/agreements/drafting/attach-files.server';
import { answerClauseNote } from '~/domains/agreements/drafting/answer-proposal.server';
import { noteClause } from '~/domains/agreements/drafting/clause-notes.server';
import { setDraftingRights } from '~/domains/agreements/drafting/set-drafting-rights.server';
import { draftAgreement, editAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { freezeAgreement } from '~/domains/agreements/signing/freeze-agreement.server';
import { followMerged } from '~/domains/agreements/living/follow-merged.server';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';
import { giveNotice } from '~/domains/agreements/living/give-notice.server';
import { keepDocuments, withoutStamp } from '~/domains/agreements/documents/keep-document.server';
import { stampLate } from '~/domains/agreements/documents/stamp-late.server';
import { remindOfEnds } from '~/domains/agreements/living/remind-of-ends.server';
import { remindOfObligations } from '~/domains/agreements/living/remind-of-obligations.server';
import { heldAgreement } from '~/domains/agreements/move-agreement.server';
import { inTransaction } from '~/domains/in-transaction.server';
import { makeDocument } from '~/domains/agreements/documents/make-document.server';
import {
  acceptObligation,
  noteBreach,
  refuseObligation,
  releaseAmount,
  reportObligation,
  writeOffAmount,
} from '~/domains/agreements/living/obligations.server';
import { remakeDocument } from '~/domains/agreements/documents/remake-document.server';
import {
  declineAgreement,
  thawAgreement,
  withdrawAgreement,
} from '~/domains/agreements/signing/undo-freezing.server';
import { returnTextsOf, watchAgreements } from '~/domains/agreements/living/watch-agreements.server';
import type { Context } from '~/domains/context';
import { deactivateOrganisation } from '~/domains/organisations/deactivate-organisation.server';

let test: TestContext;
let ngo: Context;
let shop: Context;
const parties = ['ngo', 'shop'];
const reason = '情况有变，另行商量';
const terms = { 'party.1': 'shop', 'what.1': '提供场地', 'due.1': '2026-12-01' };
const paid = { ...terms, 'amount.1': '12.5', 'payer.1': 'ngo' };

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, [...parties, 'leaver']);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  [ngo, shop] = [await test.asPerson('ngo-person', 'ngo'), await test.asPerson('shop-person', 'shop')];
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const rowOf = (id: string) => read().agreement.findUniqueOrThrow({ where: { id } });
const told = (subjectId: string, type: string) => read().event.count({ where: { subjectId, type } });

const drafted = (change: Record<string, unknown> = {}) =>
  draftAgreement(ngo, draftOf({ partyIds: parties, rows: terms, ...change }));

async function frozen(change: Record<string, unknown> = {}) {
  const id = await drafted(change);
  await freezeAgreement(ngo, id);
  return { id, contentHash: (await rowOf(id)).contentHash ?? '' };
}

/** In force, with its one obligation: the shop’s. */
async function inForce(change: Record<string, unknown> = {}) {
  const agreement = await frozen(change);
  for (const party of [ngo, shop]) await signAs(party, agreement);
  const promise = await read().obligation.findFirstOrThrow({ where: { agreementId: agreement.id } });
  return { id: agreement.id, obligationId: promise.id };
}

describe('a draft', () => {
  it('is made by each who asks, and each edit of it is a version, none lost', async () => {
    expect(await fired(() => drafted())).toEqual(all);
    const id = await drafted();
    const edited = await fired((at) =>
      editAgreement(
        at % 2 ? ngo : shop,
        id,
        draftOf({ partyIds: parties, rows: terms, title: `约定 ${at}` }),
      ),
    );
    expect([edited, (await rowOf(id)).version]).toEqual([all, 1 + presses]);
    expect(await read().agreementVersion.count({ where: { agreementId: id } })).toBe(1 + presses);
  });

  it('takes as many files as it may hold, and loses each once', async () => {
    const id = await drafted();
    const file = (at: number) => [{ name: `清单${at}.pdf`, bytes: Buffer.from(`%PDF-1.4 ${at}`) }];
    expect(await fired((at) => attachFiles(shop, id, file(at)))).toEqual({
      ...{ done: 10, 'agreements.too-many-files': presses - 10 },
    });
    const [{ fileId = '' } = {}, ...others] = await read().attachment.findMany({ where: { subjectId: id } });
    expect([others.length, await fired(() => removeFile(ngo, id, fileId))]).toEqual([9, all]);
    expect((await rowOf(id)).version).toBe(12);
  });

  it('keeps every note, and a proposal of change stands in the text once', async () => {
    const id = await drafted();
    const note = { clause: 1, text: '写清楚' };
    expect(await fired(() => noteClause(shop, id, { ...note, proposed: '' }))).toEqual(all);
    const noteId = await noteClause(shop, id, {
      ...note,
      proposed: '各方共同出力，建好管好南门的充电桩和路灯。',
    });
    const decided = await fired((at) =>
      answerClauseNote(ngo, id, { noteId, decision: at % 2 ? 'accept' : 'refuse', answer: '' }),
    );
    expect(decided).toEqual(oneAnd('already-decided'));
    const { state } = await read().clauseNote.findUniqueOrThrow({ where: { id: noteId } });
    expect((await rowOf(id)).version).toBe(state === 'accepted' ? 2 : 1);
  });

  it('has its rights set by each who asks, and stays one text', async () => {
    const id = await drafted();
    const fields = { 'right.shop': 'own' };
    expect(await fired(() => setDraftingRights(ngo, id, { version: 1, fields }))).toEqual(all);
    expect((await rowOf(id)).version).toBe(1);
  });

  it('is frozen once, taken back once, and ends in one way', async () => {
    const id = await drafted();
    expect(await fired(() => freezeAgreement(ngo, id))).toEqual(oneAnd('agreements.text-is-frozen'));
    expect(await fired(() => thawAgreement(ngo, id))).toEqual(oneAnd('agreements.not-frozen'));
    const ended = await fired((at) =>
      at % 2 ? withdrawAgreement(ngo, id, reason) : declineAgreement(shop, id, reason),
    );
    expect(ended.done).toBe(1);
    expect(await told(id, 'agreement.abandoned')).toBe(1);
  });

  it('has one document, whoever makes it', async () => {
    const { id } = await frozen();
    expect(await fired(() => remakeDocument(shop, id))).toEqual(all);
    const { done = 0, 'changed-meanwhile': late = 0 } = await fired(
      () => makeDocument(test.as('system'), id),
      4,
    );
    expect([done > 0, done + late]).toEqual([true, 4]);
    expect(await read().agreementDocument.count({ where: { agreementId: id } })).toBe(1);
  });
});

describe('in force', () => {
  it('it ends by the yes of all, each given once and taken back once', async () => {
    const { id } = await inForce();
    const given = { what: 'end', reason } as const;
    expect(await fired(() => assentToStep(ngo, id, given))).toEqual(oneAnd('agreements.assented-already'));
    expect(await fired(() => takeAssentBack(ngo, id, 'end'))).toEqual(oneAnd('changed-meanwhile'));
    const both = await fired((at) => assentToStep(at % 2 ? ngo : shop, id, given));
    expect(both.done).toBe(2);
    expect([(await rowOf(id)).state, await told(id, 'agreement.ended')]).toEqual(['ended', 1]);
  });

  it('one notice is given', async () => {
    const { id } = await inForce();
    const notice = { endsOn: '2027-01-15', reason };
    expect(await fired(() => giveNotice(shop, id, notice))).toEqual(oneAnd('agreements.notice-given'));
  });

  it('a promise is reported, refused or accepted, and paid once', async () => {
    const { obligationId: id } = await inForce({ rows: paid });
    const report = () => reportObligation(shop, id, { report: '已腾出活动室' });
    expect(await fired(report)).toEqual(oneAnd('already-decided'));
    expect(await fired(() => refuseObligation(ngo, id, reason))).toEqual(oneAnd('already-decided'));
    await report();
    expect(await fired(() => acceptObligation(ngo, id))).toEqual(oneAnd('already-decided'));
    expect(await fired(() => releaseAmount(ngo, id))).toEqual(oneAnd('already-decided'));
  });

  it('a breach is noted once, and what the clock brings about is told once', async () => {
    const { obligationId } = await inForce();
    const { id } = await inForce();
    const unsigned = await frozen({ signDays: 1 });
    test.clock.advance(10 * 24 * 3600_000);
    const breach = { reason, cureBy: '2026-12-20' };
    expect(await fired(() => noteBreach(ngo, obligationId, breach))).toEqual(oneAnd('agreements.cure-runs'));
    expect(await fired(() => watchAgreements(test.as('system')), 5)).toEqual({ done: 5 });
    expect([await told(id, 'obligation.overdue'), await told(unsigned.id, 'agreement.expired')]).toEqual([
      1, 1,
    ]);
  });
});

it('what a payer that is gone owed is written off once', async () => {
  await makeParties(test, ['payer']);
  const rows = { ...paid, 'due.1': '2027-12-31', 'payer.1': 'payer' };
  const text = await frozen({ partyIds: [...parties, 'payer'], rows });
  for (const party of [ngo, shop, await test.asPerson('payer-person', 'payer')]) await signAs(party, text);
  const { id } = await read().obligation.findFirstOrThrow({ where: { agreementId: text.id } });
  await reportObligation(shop, id, { report: '已腾出活动室' });
  await deactivateOrganisation(await test.asPerson('moderator'), 'payer', '已经注销');
  await acceptObligation(ngo, id);
  expect(await fired(() => writeOffAmount(shop, id, reason))).toEqual(oneAnd('already-decided'));
  expect(await fired(() => remindOfObligations(test.as('system')), 5)).toEqual({ done: 5 });
});

it('that ends soon is told of once, however many look', async () => {
  const { id } = await inForce({ rows: { ...terms, 'due.1': '2027-12-31' } });
  const endsAt = new Date(test.clock.now().getTime() + 10 * 24 * 3600_000);
  await test.database.transaction(({ prisma }) =>
    prisma.agreement.update({ where: { id }, data: { endsAt, remindedAt: null } }),
  );
  expect(await fired(() => remindOfEnds(test.as('system')), 5)).toEqual({ done: 5 });
  expect(await told(id, 'agreement.ends-soon')).toBe(1);
});

it('of documents made at once one is kept, and no stamp is put on late where none is wanted', async () => {
  const { id } = await inForce({ rows: { ...terms, 'due.1': '2027-12-31' } });
  const system = test.as('system');
  const held = await inTransaction(system, (ctx) => heldAgreement(ctx, id));
  const made = (at: number) => ({
    ...{ bytes: Buffer.from(`%PDF-1.7 ${at}`), pages: 1, signatures: [] },
    ...{ sealedAt: test.clock.now(), sealedHash: null, stampedAt: null },
  });
  const kept = (at: number) =>
    keepDocuments(system, held, { base: null, documents: { agreement: made(at) } });
  expect(await fired(kept)).toEqual(oneAnd('changed-meanwhile'));
  const late = (at: number) =>
    stampLate(system, held, { made: { ...made(at), fault: withoutStamp }, base: null });
  expect(await fired(late)).toEqual(all);
});

it('texts that name an organisation out of service go back to the others once', async () => {
  const { id } = await frozen({
    partyIds: [...parties, 'leaver'],
    rows: { ...terms, 'due.1': '2027-12-31' },
  });
  await deactivateOrganisation(await test.asPerson('moderator'), 'leaver', '已经注销');
  expect(await fired(() => returnTextsOf(test.as('system'), 'leaver'))).toEqual(all);
  expect([(await rowOf(id)).version, await told(id, 'agreement.returned')]).toEqual([2, 1]);
});

it('a draft follows a party that was merged into another, once', async () => {
  await makeParties(test, ['double', 'heir']);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  const id = await draftAgreement(ngo, draftOf({ partyIds: ['ngo', 'double'], rows: {} }));
  const merging = { organisationId: 'double', intoId: 'heir', reason: '登记了两次' };
  await mergeOrganisation(await test.asPerson('administrator'), merging);
  expect(await fired(() => followMerged(test.as('system'), 'double'))).toEqual(all);
  const told = { subjectId: id, type: 'agreement.party-followed' };
  expect(await read().event.count({ where: told })).toBe(1);
  const parties = await read().agreementParty.findMany({ where: { agreementId: id } });
  expect(parties.map(({ organisationId }) => organisationId).sort()).toEqual(['heir', 'ngo']);
});
