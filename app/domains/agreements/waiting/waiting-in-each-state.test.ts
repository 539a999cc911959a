import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementWaits, twoClauses, waitingParties } from '../../../../tests/factories/agreement-waits';
import type { Waits } from '../../../../tests/factories/agreement-waits';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { answerClauseNote } from '../drafting/answer-proposal.server';
import { noteClause } from '../drafting/clause-notes.server';
import { editAgreement } from '../drafting/draft-agreement.server';
import { setDraftingRights } from '../drafting/set-drafting-rights.server';
import { takeUpAgreement } from '../drafting/take-up-agreement.server';
import { agreementLifecycle, obligationLifecycle } from '../lifecycle';
import { assentToStep } from '../living/assent-to-step.server';
import {
  acceptObligation,
  noteBreach,
  refuseObligation,
  reportObligation,
} from '../living/obligations.server';
import { watchAgreements } from '../living/watch-agreements.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import { declineAgreement, withdrawAgreement } from '../signing/undo-freezing.server';
import { finalStates } from '~/lib/lifecycle';

let test: TestContext;
let at: ReturnType<typeof agreementWaits>;
const day = 24 * 3600_000;
const reason = '情况有变，另行商量';

beforeAll(async () => {
  test = await testContext();
  at = agreementWaits(test);
  await makeAreas(test);
  await makeParties(test, [...waitingParties, 'outsider']);
});
afterAll(() => test.dispose());

const waits = (id: string) => at.waits(id, [...waitingParties, 'outsider']);

async function later(days: number): Promise<void> {
  test.clock.advance(days * day);
  await watchAgreements(test.as('system'));
}

async function byAll(what: 'void' | 'end'): Promise<string> {
  const { id } = await at.inForce(200);
  for (const party of waitingParties) await assentToStep(await at.as(party), id, { what, reason });
  return id;
}

type AgreementState = (typeof agreementLifecycle)['states'][number];
const everyone = (ask: string): Waits => Object.fromEntries(waitingParties.map((party) => [party, [ask]]));

/** How an agreement comes into each of its states, and whom it waits for there. */
const inState: Record<AgreementState, { make(): Promise<string>; waitsFor: Waits }> = {
  draft: { make: () => at.draft(), waitsFor: { ngo: ['send-to-sign'] } },
  frozen: {
    async make() {
      const id = await at.draft();
      await freezeAgreement(await at.as('ngo'), id);
      return id;
    },
    waitsFor: everyone('sign'),
  },
  'in-force': { make: async () => (await at.inForce(200)).id, waitsFor: {} },
  declined: {
    async make() {
      const id = await at.draft();
      await declineAgreement(await at.as('shop'), id, reason);
      return id;
    },
    waitsFor: {},
  },
  withdrawn: {
    async make() {
      const id = await at.draft();
      await withdrawAgreement(await at.as('ngo'), id, reason);
      return id;
    },
    waitsFor: {},
  },
  expired: {
    async make() {
      const id = await at.draft({ signDays: 7 });
      await freezeAgreement(await at.as('ngo'), id);
      await later(9);
      return id;
    },
    waitsFor: {},
  },
  voided: { make: () => byAll('void'), waitsFor: {} },
  ended: { make: () => byAll('end'), waitsFor: {} },
  replaced: {
    async make() {
      const { id } = await at.inForce(200);
      const amendment = await takeUpAgreement(await at.as('ngo'), id, 'amendment');
      await freezeAgreement(await at.as('ngo'), amendment);
      await at.sign(amendment);
      return id;
    },
    waitsFor: {},
  },
};

type ObligationState = (typeof obligationLifecycle)['states'][number];

const report = async (obligationId: string) =>
  reportObligation(await at.as('ngo'), obligationId, { report: '十次课都上了' });

/** How a promise that is due in ten days comes into each of its states, and whom it waits for there. */
const promiseInState: Record<
  ObligationState,
  { make(obligationId: string): Promise<unknown>; waitsFor: Waits }
> = {
  open: { make: () => Promise.resolve(), waitsFor: { ngo: ['keep-promise'] } },
  reported: { make: report, waitsFor: { shop: ['answer-promise'] } },
  done: {
    async make(obligationId) {
      await report(obligationId);
      await acceptObligation(await at.as('shop'), obligationId);
    },
    waitsFor: { shop: ['pay-promise'] },
  },
  breached: {
    async make(obligationId) {
      await later(12);
      await noteBreach(await at.as('shop'), obligationId, { reason, cureBy: at.inDays(5) });
    },
    waitsFor: { ngo: ['keep-promise'] },
  },
};

describe('what waits in the life of an agreement', () => {
  it.each(agreementLifecycle.states)('is seen in the state %s by whoever has to act', async (state) => {
    const { make, waitsFor } = inState[state];
    const id = await make();
    expect((await at.rowOf(id)).state).toBe(state);
    expect(await waits(id)).toEqual(waitsFor);
    // From a last state nobody has to do anything with the agreement itself.
    if ((finalStates(agreementLifecycle) as string[]).includes(state)) expect(waitsFor).toEqual({});
  });

  it('of a draft with a proposal waits for the parties that have not answered, and once it is outdated for who proposed', async () => {
    const id = await at.draft();
    const proposed = '## 场地\n\n超市提供三楼。';
    const noteId = await noteClause(await at.as('shop'), id, { clause: 1, text: '三楼更大', proposed });
    expect(await waits(id)).toEqual({ ngo: ['answer-change'], community: ['answer-change'] });
    const answer = { noteId, answer: '' };
    await answerClauseNote(await at.as('ngo'), id, { ...answer, decision: 'accept' });
    expect(await waits(id)).toEqual({ community: ['answer-change'] });
    const changed = draftOf({ body: twoClauses.replace('二楼', '一楼'), rows: at.promise(200) });
    await editAgreement(await at.as('ngo'), id, changed);
    expect(await waits(id)).toEqual({ shop: ['take-back-change'] });
    await answerClauseNote(await at.as('shop'), id, { ...answer, decision: 'refuse' });
    expect(await waits(id)).toEqual({ ngo: ['send-to-sign'] });
  });

  it('of a whole draft that a party proposes waits for the others', async () => {
    const id = await at.draft();
    await setDraftingRights(await at.as('ngo'), id, { version: 1, fields: { 'right.shop': 'propose' } });
    const changed = draftOf({ body: twoClauses, rows: at.promise(200), title: '改过的标题也要各方同意' });
    await editAgreement(await at.as('shop'), id, changed);
    expect(await waits(id)).toEqual({ ngo: ['answer-change'], community: ['answer-change'] });
    const row = (await at.deskOf('community')).find((one) => one.id === id);
    expect(row).toMatchObject({ to: `/agreements/${id}#proposed`, able: ['community-person'] });
  });

  it('of words on a draft waits for the others until they have said something, for thirty days', async () => {
    const id = await at.draft();
    await noteClause(await at.as('shop'), id, { clause: 2, text: '打扫的工具谁出？', proposed: '' });
    const both = ['answer-words', 'send-to-sign'];
    expect(await waits(id)).toEqual({ ngo: both, community: ['answer-words'] });
    const row = (await at.deskOf('community')).find((one) => one.id === id);
    expect(row).toMatchObject({ since: test.clock.now(), until: null, to: `/agreements/${id}#clause-2` });
    test.clock.advance(60_000);
    await noteClause(await at.as('community'), id, { clause: 2, text: '社区出。', proposed: '' });
    expect(await waits(id)).toEqual({ ngo: both, shop: ['answer-words'] });
    test.clock.advance(31 * day);
    expect(await waits(id)).toEqual({ ngo: ['send-to-sign'] });
  });

  it.each(['thaw', 'void', 'end'] as const)(
    'of what one party asks all for (%s) waits for the others',
    async (what) => {
      const isThaw = what === 'thaw';
      const id = isThaw ? await inState.frozen.make() : (await at.inForce(200)).id;
      const contentHash = (await at.rowOf(id)).contentHash ?? '';
      if (isThaw) await signAs(await at.as('ngo'), { id, contentHash });
      await assentToStep(await at.as('shop'), id, { what, reason });
      const signing = isThaw ? ['sign'] : [];
      expect(await waits(id)).toEqual({
        ...{ ngo: [`agree-to-${what}`], community: [`agree-to-${what}`, ...signing] },
        ...(isThaw ? { shop: signing } : {}),
      });
    },
  );

  it.each(obligationLifecycle.states)(
    'is seen of a promise that is %s by whoever has to act',
    async (state) => {
      const { make, waitsFor } = promiseInState[state];
      const { id, obligationId } = await at.inForce(10);
      await make(obligationId);
      const [promise] = (await at.rowOf(id)).obligations;
      expect(promise?.state).toBe(state);
      expect(await waits(id)).toEqual(waitsFor);
    },
  );

  it('of a promise waits from two weeks before its day; over it, for the other side, too; and once it is sent back', async () => {
    const { id, obligationId } = await at.inForce(30);
    expect(await waits(id)).toEqual({});
    await later(20);
    expect(await waits(id)).toEqual({ ngo: ['keep-promise'] });
    await later(12);
    const overdue = ['see-to-overdue'];
    expect(await waits(id)).toEqual({ ngo: ['keep-promise'], shop: overdue, community: overdue });
    const row = (await at.deskOf('ngo')).find((one) => one.id === obligationId);
    expect(row).toMatchObject({ isOver: true });
    await report(obligationId);
    await refuseObligation(await at.as('shop'), obligationId, '缺签到表');
    expect((await waits(id)).ngo).toEqual(['keep-promise']);
  });
});
