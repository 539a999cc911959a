import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../tests/factories/agreements';
import { makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { deactivateOrganisation } from '../organisations/deactivate-organisation.server';
import { nameSignatory, revokeSignatory } from '../organisations/signatories.server';
import { agreementPage } from './agreement-page.query.server';
import { assentToStep, takeAssentBack } from './living/assent-to-step.server';
import { draftAgreement, editAgreement } from './drafting/draft-agreement.server';
import { freezeAgreement } from './signing/freeze-agreement.server';
import { agreementLifecycle } from './lifecycle';
import { takeUpAgreement } from './drafting/take-up-agreement.server';
import { declineAgreement, withdrawAgreement } from './signing/undo-freezing.server';
import { returnTextsOf, watchAgreements } from './living/watch-agreements.server';
import { eventsFrom } from '~/lib/lifecycle';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];
const day = 24 * 3600_000;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, [...parties, 'leaver']);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await test.database.transaction((tx) =>
    tx.prisma.organisationMember.create({
      data: { organisationId: 'shop', personId: 'moderator', mandate: 'owner', createdAt: test.clock.now() },
    }),
  );
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const rowOf = (id: string) => test.database.read.agreement.findUniqueOrThrow({ where: { id } });

async function frozen(change: Record<string, unknown> = {}) {
  const id = await draftAgreement(await as('ngo'), draftOf(change));
  await freezeAgreement(await as('ngo'), id);
  return { id, contentHash: (await rowOf(id)).contentHash ?? '' };
}

async function inForce(change: Record<string, unknown> = {}) {
  const agreement = await frozen(change);
  for (const party of parties) await signAs(await as(party), agreement);
  return agreement;
}

const reason = '情况有变，另行商量';
const waysOf = async (who: string, id: string) => (await agreementPage(await as(who), id)).may;

/** Whether the page offers this party anything by which the agreement moves on or ends. */
const hasWayOut = (may: Awaited<ReturnType<typeof waysOf>>) =>
  may.withdraw || may.decline || may.thaw || may.notice || may.assent.length > 0 || may.continue.length > 0;

describe('from each state', () => {
  const states: Record<string, () => Promise<string>> = {
    draft: async () => draftAgreement(await as('ngo'), draftOf()),
    frozen: async () => (await frozen()).id,
    'frozen, signed by one': async () => {
      const agreement = await frozen();
      await signAs(await as('shop'), agreement);
      return agreement.id;
    },
    'frozen, signed by two': async () => {
      const agreement = await frozen();
      await signAs(await as('shop'), agreement);
      await signAs(await as('ngo'), agreement);
      return agreement.id;
    },
    'in-force': async () => (await inForce()).id,
    declined: async () => {
      const { id } = await frozen();
      await declineAgreement(await as('shop'), id, reason);
      return id;
    },
    'declined as a draft': async () => {
      const id = await draftAgreement(await as('ngo'), draftOf());
      await declineAgreement(await as('shop'), id, reason);
      return id;
    },
    withdrawn: async () => {
      const { id } = await frozen();
      await withdrawAgreement(await as('ngo'), id, reason);
      return id;
    },
    expired: async () => {
      const { id } = await frozen({ signDays: 1 });
      await later(3 * day, () => watchAgreements(test.as('system')));
      return id;
    },
    voided: async () => unanimous('void'),
    ended: async () => unanimous('end'),
    replaced: async () => {
      const { id } = await inForce();
      const amendment = await takeUpAgreement(await as('shop'), id, 'amendment');
      await freezeAgreement(await as('shop'), amendment);
      const { contentHash } = await rowOf(amendment);
      for (const party of parties)
        await signAs(await as(party), { id: amendment, contentHash: contentHash ?? '' });
      return id;
    },
  };

  async function unanimous(what: 'void' | 'end'): Promise<string> {
    const { id } = await inForce();
    for (const party of parties) await assentToStep(await as(party), id, { what, reason });
    return id;
  }

  it.each(Object.entries(states))('%s, each party finds a way out', async (name, make) => {
    const id = await make();
    expect((await rowOf(id)).state).toBe(name.split(/,| as/)[0]);
    for (const party of parties) expect([party, hasWayOut(await waysOf(party, id))]).toEqual([party, true]);
  });

  it('are all the states that there are', () => {
    const known = Object.keys(states).map((name) => name.split(/,| as/)[0]);
    expect([...new Set(known)].sort()).toEqual([...agreementLifecycle.states].sort());
    for (const state of agreementLifecycle.states)
      expect(eventsFrom(agreementLifecycle, state).length > 0 || state !== 'draft').toBe(true);
  });
});

async function later<Result>(milliseconds: number, act: () => Promise<Result>): Promise<Result> {
  const now = test.clock.now();
  test.clock.set(new Date(now.getTime() + milliseconds));
  try {
    return await act();
  } finally {
    test.clock.set(now);
  }
}

describe('a step that takes all parties', () => {
  it('is taken with the last one’s yes, and a yes is taken back until then', async () => {
    const agreement = await frozen();
    await signAs(await as('shop'), agreement);
    const { id } = agreement;
    await assentToStep(await as('shop'), id, { what: 'thaw', reason });
    await expect(assentToStep(await as('shop'), id, { what: 'thaw', reason })).rejects.toMatchObject({
      reason: 'agreements.assented-already',
    });
    await takeAssentBack(await as('shop'), id, 'thaw');
    for (const party of parties) await assentToStep(await as(party), id, { what: 'thaw', reason });
    expect(await rowOf(id)).toMatchObject({ state: 'draft', contentHash: null });
    expect(
      await test.database.read.agreementParty.count({ where: { agreementId: id, signedAt: { not: null } } }),
    ).toBe(0);
    await editAgreement(await as('shop'), id, draftOf({ title: '改过的共建协议' }));
    await freezeAgreement(await as('ngo'), id);
    await expect(signAs(await as('shop'), agreement)).rejects.toMatchObject({
      reason: 'agreements.text-changed',
    });
  });

  it('is not withdrawn by one alone after a counter-signature', async () => {
    const agreement = await frozen();
    await signAs(await as('shop'), agreement);
    await signAs(await as('ngo'), agreement);
    await expect(withdrawAgreement(await as('ngo'), agreement.id, reason)).rejects.toMatchObject({
      reason: 'agreements.countersigned',
    });
    await withdrawAgreement(await test.asPerson('moderator'), agreement.id, reason);
  });
});

describe('signing', () => {
  it('goes in the order that was agreed, and ends with its term', async () => {
    const agreement = await frozen({ signingOrder: 'sequence' });
    await expect(signAs(await as('shop'), agreement)).rejects.toMatchObject({
      reason: 'agreements.not-your-turn',
    });
    await signAs(await as('ngo'), agreement);
    await signAs(await as('shop'), agreement);
    await later(40 * day, async () => {
      await expect(signAs(await as('community'), agreement)).rejects.toMatchObject({
        reason: 'agreements.term-is-over',
      });
    });
  });

  it('reaches as far as the mandate: scope, amount, time, and no further than its end', async () => {
    const owner = await test.asPerson('moderator', 'shop');
    const rows = { 'party.1': 'ngo', 'what.1': '完成课程', 'amount.1': '5000', 'payer.1': 'shop' };
    const agreement = await frozen({ template: 'subsidy', rows });
    const named = {
      personId: 'shop-person',
      name: '王小明',
      scope: 'subsidy',
      limitFen: 400_000n,
      expiresOn: '',
    };
    const refusals: [object, string][] = [
      [{}, 'organisations.mandate-limit'],
      [{ limitFen: null, scope: 'use-of-place' }, 'organisations.mandate-scope'],
      [{ limitFen: null, expiresOn: '2026-11-24' }, 'organisations.mandate-expired'],
    ];
    for (const [change, expected] of refusals) {
      const id = await nameSignatory(owner, 'shop', { ...named, ...change });
      await later(2 * day, async () => {
        await expect(signAs(await as('shop'), agreement)).rejects.toMatchObject({ reason: expected });
      });
      await revokeSignatory(owner, 'shop', id);
    }
    await expect(signAs(await as('shop'), agreement)).rejects.toMatchObject({
      reason: 'organisations.not-named',
    });
    const id = await nameSignatory(owner, 'shop', { ...named, limitFen: 500_000n });
    await signAs(await as('shop'), agreement, { name: '别名' });
    const party = { agreementId: agreement.id, organisationId: 'shop' };
    expect(await test.database.read.agreementParty.findFirstOrThrow({ where: party })).toMatchObject({
      signatoryName: '王小明',
      nameFrom: 'mandate',
    });
    await revokeSignatory(owner, 'shop', id);
    await test.database.transaction((tx) => tx.prisma.signingMandate.deleteMany());
    expect((await agreementPage(test.as('visitor'), agreement.id)).agreement.fits).toBe(true);
  });

  it('is refused to whoever was removed since, and what was signed before stands', async () => {
    const agreement = await frozen();
    const stale = await as('community');
    await signAs(await as('ngo'), agreement);
    await test.database.transaction((tx) =>
      tx.prisma.organisationMember.deleteMany({
        where: { organisationId: 'community', personId: 'community-person' },
      }),
    );
    await expect(signAs(stale, agreement)).rejects.toMatchObject({ reason: 'organisations.no-mandate' });
    await test.database.transaction((tx) =>
      tx.prisma.organisationMember.create({
        data: {
          organisationId: 'community',
          personId: 'community-person',
          mandate: 'representative',
          createdAt: test.clock.now(),
        },
      }),
    );
    expect((await agreementPage(test.as('visitor'), agreement.id)).agreement.fits).toBe(true);
  });

  it('is over where a party goes out of service: the text goes back to the others', async () => {
    const agreement = await frozen({ partyIds: ['ngo', 'shop', 'leaver'] });
    await signAs(await as('ngo'), agreement);
    const moderator = await test.asPerson('moderator');
    await deactivateOrganisation(moderator, 'leaver', '已停止活动');
    await expect(signAs(await as('shop'), agreement)).rejects.toMatchObject({
      reason: 'agreements.party-out-of-service',
    });
    await returnTextsOf(test.as('system'), 'leaver');
    expect((await rowOf(agreement.id)).state).toBe('draft');
    await returnTextsOf(test.as('system'), 'ngo');
  });
});
