import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementWaits, waitingParties } from '../factories/agreement-waits';
import { draftOf, makeParties, signAs } from '../factories/agreements';
import { makeAreas, makePerson } from '../factories/proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { agreementPage } from '~/domains/agreements/agreement-page.query.server';
import { ensureSeesEvidence } from '~/domains/agreements/agreement.query.server';
import { agreementsOfOrganisation } from '~/domains/agreements/agreements-of-organisation.query.server';
import { draftAgreement, editAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { takeUpAgreement } from '~/domains/agreements/drafting/take-up-agreement.server';
import { agreementVersions } from '~/domains/agreements/drafting/versions.query.server';
import { followMerged } from '~/domains/agreements/living/follow-merged.server';
import { acceptObligation, reportObligation } from '~/domains/agreements/living/obligations.server';
import { freezeAgreement } from '~/domains/agreements/signing/freeze-agreement.server';
import { declineAgreement } from '~/domains/agreements/signing/undo-freezing.server';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';

let test: TestContext;
let at: ReturnType<typeof agreementWaits>;

beforeAll(async () => {
  test = await testContext();
  at = agreementWaits(test);
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  await makeParties(test, [...waitingParties, 'heir', 'outsider']);
});
afterAll(() => test.dispose());

async function merge(organisationId: string, intoId: string): Promise<void> {
  const reason = '同一个组织登记了两次';
  await mergeOrganisation(await test.asPerson('administrator'), { organisationId, intoId, reason });
  await runJobs(test);
}
const told = (id: string, type: string) => test.database.read.event.count({ where: { subjectId: id, type } });

describe('an agreement in force of which a party was merged', () => {
  it('is found and read by the one that goes on, which is asked for the amendment and begins it', async () => {
    const { id, obligationId } = await at.inForce(200);
    await reportObligation(await at.as('ngo'), obligationId, { report: '十次课都上了' });
    const given = await at.draft();
    await declineAgreement(await at.as('shop'), given, '今年不办了');
    expect(await at.waits(id)).toEqual({ shop: ['answer-promise'] });
    const left = ['ngo', 'community', 'heir'];
    await merge('shop', 'heir');

    expect(await at.waits(id, [...left, 'outsider'])).toEqual({
      heir: ['amend-after-merger'],
      community: ['answer-promise'],
    });
    const [row] = await at.deskOf('heir');
    expect(row).toMatchObject({ to: `/agreements/${id}#merged`, able: ['heir-person', 'shop-person'] });
    const listed = await agreementsOfOrganisation(test.as('visitor'), 'heir');
    expect(listed.map((one) => one.id)).toContain(id);
    // What is among the parties: evidence, versions, and what was given up while it was a draft.
    await ensureSeesEvidence(await at.as('heir'), obligationId);
    await expect(ensureSeesEvidence(await at.as('outsider'), obligationId)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await agreementVersions(await at.as('heir'), id, null)).versions).toHaveLength(1);
    expect((await agreementPage(await at.as('heir'), given)).isParty).toBe(true);
    const page = await agreementPage(await at.as('heir'), id);
    expect(page).toMatchObject({ isParty: true, actAs: null });
    expect(page.may.continue).toEqual(['amendment', 'renewal']);
    expect((await agreementPage(await test.asPerson('heir-person'), id)).actAs).toEqual({
      id: 'heir',
      name: 'heir',
    });
    expect((await agreementPage(await at.as('outsider'), id)).may.continue).toEqual([]);
    await expect(takeUpAgreement(await at.as('outsider'), id, 'amendment')).rejects.toMatchObject({
      reason: 'agreements.act-for-party',
    });

    const amendment = await takeUpAgreement(await at.as('heir'), id, 'amendment');
    expect((await at.waits(id, left)).heir).toBeUndefined();
    expect(await at.waits(amendment, left)).toEqual({ heir: ['send-to-sign'] });
    const { agreement: draft } = await agreementPage(await at.as('heir'), amendment);
    expect(draft.parties.map(({ organisationId }) => organisationId)).toEqual(['ngo', 'heir', 'community']);
    expect(draft.obligations).toMatchObject([{ organisationId: 'ngo', payerId: 'heir' }]);
    // Nobody leaves the one that goes on out of what replaces its agreement.
    const without = draftOf({
      ...{ body: '各方共同出力，建好管好。各方轮流打扫。', partyIds: ['heir', 'ngo'], rows: {} },
    });
    await expect(editAgreement(await at.as('heir'), amendment, without)).rejects.toMatchObject({
      reason: 'agreements.amendment-parties',
    });
    await freezeAgreement(await at.as('heir'), amendment);
    const contentHash = (await at.rowOf(amendment)).contentHash ?? '';
    for (const party of ['ngo', 'heir', 'community'])
      await signAs(await at.as(party), { id: amendment, contentHash });
    expect((await at.rowOf(id)).state).toBe('replaced');
    // What was reported before goes on, and is now for the heir to judge and to pay.
    const [promise] = (await at.rowOf(amendment)).obligations;
    expect(promise).toMatchObject({ state: 'reported', payerId: 'heir', report: '十次课都上了' });
    await acceptObligation(await at.as('heir'), promise?.id ?? '');
    expect(await at.waits(amendment, left)).toEqual({ heir: ['pay-promise'] });
  });

  it('is begun by another party just as well, and all are told once', async () => {
    await makeParties(test, ['club', 'clubs']);
    const partyIds = ['ngo', 'club', 'community'];
    const rows = { ...at.promise(200), 'payer.1': 'club' };
    const id = await at.draft({ partyIds, rows });
    await freezeAgreement(await at.as('ngo'), id);
    const contentHash = (await at.rowOf(id)).contentHash ?? '';
    for (const party of partyIds) await signAs(await at.as(party), { id, contentHash });
    await merge('club', 'clubs');
    expect(await told(id, 'agreement.party-merged')).toBe(1);
    await followMerged(test.as('system'), 'club');
    expect(await told(id, 'agreement.party-merged')).toBe(1);
    const event = await test.database.read.event.findFirstOrThrow({
      where: { subjectId: id, type: 'agreement.party-merged' },
    });
    const notices = await test.database.read.notification.findMany({ where: { eventId: event.id } });
    expect(notices.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining(['ngo-person', 'community-person', 'clubs-person']),
    );
    const amendment = await takeUpAgreement(await at.as('community'), id, 'amendment');
    await freezeAgreement(await at.as('community'), amendment);
    expect(await at.waits(amendment, ['ngo', 'community', 'clubs'])).toEqual({
      ...{ ngo: ['sign'], community: ['sign'], clubs: ['sign'] },
    });
  });

  it('has nothing to amend where both parties are one now', async () => {
    await makeParties(test, ['one', 'double']);
    const partyIds = ['one', 'double'];
    const rows = { ...at.promise(200), 'party.1': 'one', 'payer.1': 'double' };
    const id = await draftAgreement(await at.as('one'), draftOf({ partyIds, rows }));
    await freezeAgreement(await at.as('one'), id);
    const contentHash = (await at.rowOf(id)).contentHash ?? '';
    for (const party of partyIds) await signAs(await at.as(party), { id, contentHash });
    await merge('double', 'one');
    expect(await at.waits(id, ['one'])).toEqual({});
    expect((await agreementPage(await at.as('one'), id)).may.assent).toContain('end');
  });
});
