import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';
import { readablePicture } from '../../insights/readable-picture.query.server';
import { agreementPage } from '../agreement-page.query.server';
import { draftAgreement, editAgreement } from '../drafting/draft-agreement.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import { giveNotice } from './give-notice.server';
import { acceptObligation, noteBreach, releaseAmount, reportObligation } from './obligations.server';
import { ownPromises } from './own-promises.query.server';
import { subsidyRegister } from './subsidies.query.server';
import { takeUpAgreement } from '../drafting/take-up-agreement.server';
import { watchAgreements } from './watch-agreements.server';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];
const day = 24 * 3600_000;
const reason = '情况有变，另行商量';

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, [...parties, 'friend']);
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const rowOf = (id: string) => test.database.read.agreement.findUniqueOrThrow({ where: { id } });

async function inForce(change: Record<string, unknown> = {}) {
  const id = await draftAgreement(await as('ngo'), draftOf(change));
  await freezeAgreement(await as('ngo'), id);
  const { contentHash } = await rowOf(id);
  for (const party of parties) await signAs(await as(party), { id, contentHash: contentHash ?? '' });
  return { id };
}

/** What stands on the desk of who acts for it. */
async function promised(organisation: string): Promise<string[]> {
  const rows = await ownPromises((await as(organisation)) as Context & { actor: PersonActor });
  return rows.map(({ id }) => id);
}

async function later<Result>(milliseconds: number, act: () => Promise<Result>): Promise<Result> {
  const now = test.clock.now();
  test.clock.set(new Date(now.getTime() + milliseconds));
  try {
    return await act();
  } finally {
    test.clock.set(now);
  }
}

describe('an agreement in force', () => {
  const rows = {
    ...{
      'party.1': 'ngo',
      'what.1': '完成第一期课程',
      'due.1': '2026-12-20',
      'amount.1': '3000.50',
      'payer.1': 'shop',
    },
    ...{ 'party.2': 'community', 'what.2': '提供活动室', 'due.2': '2026-12-01' },
  };

  it('releases an instalment once, on evidence that the payer accepted, and it stands in the register', async () => {
    const { id } = await inForce({ rows });
    const [course] = await test.database.read.obligation.findMany({
      where: { agreementId: id },
      orderBy: { position: 'asc' },
    });
    const obligationId = course?.id ?? '';
    await expect(releaseAmount(await as('shop'), obligationId)).rejects.toMatchObject({
      reason: 'agreements.not-accepted',
    });
    expect(await promised('ngo')).toContain(obligationId);
    expect(await promised('shop')).not.toContain(obligationId);
    await reportObligation(await as('ngo'), obligationId, { report: '十次课，签到表附后' });
    expect(await promised('ngo')).not.toContain(obligationId);
    await expect(acceptObligation(await as('community'), obligationId)).rejects.toMatchObject({
      reason: 'agreements.other-side-only',
    });
    await acceptObligation(await as('shop'), obligationId);
    await expect(releaseAmount(await as('ngo'), obligationId)).rejects.toMatchObject({
      reason: 'agreements.payer-only',
    });
    await releaseAmount(await as('shop'), obligationId);
    await expect(releaseAmount(await as('shop'), obligationId)).rejects.toMatchObject({
      reason: 'already-decided',
    });
    expect((await subsidyRegister(test.as('visitor'))).rows).toContainEqual(
      expect.objectContaining({ organisationId: 'ngo', year: 2026, promised: 300_050n, released: 300_050n }),
    );
  });

  it('reminds before and after the day, once each, and a breach is cured', async () => {
    const { id } = await inForce({ rows });
    const [, place] = await test.database.read.obligation.findMany({
      where: { agreementId: id },
      orderBy: { position: 'asc' },
    });
    const obligationId = place?.id ?? '';
    const told = (type: string) => test.database.read.event.count({ where: { type, subjectId: id } });
    await expect(
      noteBreach(await as('ngo'), obligationId, { reason, cureBy: '2026-12-20' }),
    ).rejects.toMatchObject({ reason: 'agreements.not-overdue' });
    await later(day, () => watchAgreements(test.as('system')));
    await later(day, () => watchAgreements(test.as('system')));
    expect([await told('obligation.due-soon'), await told('obligation.overdue')]).toEqual([1, 0]);
    await later(9 * day, async () => {
      await watchAgreements(test.as('system'));
      expect((await agreementPage(test.as('visitor'), id)).agreement.obligations[1]?.overdue).toBe(true);
      await expect(
        noteBreach(await as('ngo'), obligationId, { reason, cureBy: '2027-02-30' }),
      ).rejects.toMatchObject({ field: 'cureBy' });
      await noteBreach(await as('ngo'), obligationId, { reason, cureBy: '2026-12-20' });
      await reportObligation(await as('community'), obligationId, { report: '已腾出活动室' });
      await acceptObligation(await as('ngo'), obligationId);
    });
    expect(await told('obligation.overdue')).toBe(1);
  });

  it('ends on the day of a notice, thirty days ahead at least, and is renewed as another', async () => {
    const { id } = await inForce({ endsOn: '2027-12-31' });
    await expect(giveNotice(await as('shop'), id, { endsOn: '2026-12-01', reason })).rejects.toMatchObject({
      field: 'endsOn',
    });
    await expect(giveNotice(await as('shop'), id, { endsOn: '2027-02-30', reason })).rejects.toMatchObject({
      reason: 'agreements.no-such-day',
    });
    await giveNotice(await as('shop'), id, { endsOn: '2027-01-15', reason });
    expect((await agreementPage(test.as('visitor'), id)).agreement.fits).toBe(true);
    await later(60 * day, () => watchAgreements(test.as('system')));
    expect((await rowOf(id)).state).toBe('ended');
    const renewal = await takeUpAgreement(await as('ngo'), id, 'renewal');
    expect(await rowOf(renewal)).toMatchObject({ state: 'draft', continuesId: id, organisationId: 'ngo' });
    await expect(takeUpAgreement(await test.asPerson('ngo-person'), id, 'renewal')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the day of a promise', () => {
  const due = (day: string) => ({ 'party.1': 'shop', 'what.1': '提供场地', 'due.1': day });

  it('is refused when it is over, at its field, also of a draft that waited before it is frozen', async () => {
    const draft = draftOf({ rows: due('2026-11-23') });
    await expect(draftAgreement(await as('ngo'), draft)).rejects.toMatchObject({
      field: 'due.1',
      reason: 'agreements.day-is-over',
    });
    const id = await draftAgreement(await as('ngo'), draftOf({ rows: due('2026-11-24') }));
    await later(day, async () => {
      await expect(freezeAgreement(await as('ngo'), id)).rejects.toMatchObject({
        reason: 'agreements.row-is-over',
        params: { number: 1 },
      });
    });
    const beyond = draftOf({ rows: due('2026-12-02'), endsOn: '2026-12-01' });
    await expect(draftAgreement(await as('ngo'), beyond)).rejects.toMatchObject({
      reason: 'agreements.due-after-end',
    });
  });

  it('stays in an amendment as it was promised, though it went by; nobody owes another', async () => {
    const { id } = await inForce({ rows: due('2026-11-25') });
    const amendment = await takeUpAgreement(await as('ngo'), id, 'amendment');
    await later(3 * day, async () => {
      const change = { title: '改过的共建协议', rows: due('2026-11-25') };
      await editAgreement(await as('ngo'), amendment, draftOf(change));
      await expect(
        editAgreement(await as('ngo'), amendment, draftOf({ rows: due('2026-11-24') })),
      ).rejects.toMatchObject({ field: 'due.1' });
      await freezeAgreement(await as('ngo'), amendment);
    });
  });
});

describe('an amendment', () => {
  async function amendmentOf(id: string, who = 'shop') {
    return takeUpAgreement(await as(who), id, 'amendment');
  }
  async function signAll(id: string, who: readonly string[]) {
    const { contentHash } = await rowOf(id);
    for (const party of who) await signAs(await as(party), { id, contentHash: contentHash ?? '' });
  }

  it('replaces nobody’s agreement without them: no party is left out of it', async () => {
    const { id } = await inForce();
    const amendment = await amendmentOf(id);
    const without = draftOf({ partyIds: ['shop', 'friend'], rows: {} });
    await expect(editAgreement(await as('shop'), amendment, without)).rejects.toMatchObject({
      reason: 'agreements.amendment-parties',
    });
    await test.database.transaction((tx) =>
      tx.prisma.agreementParty.deleteMany({ where: { agreementId: amendment, organisationId: 'community' } }),
    );
    await expect(freezeAgreement(await as('shop'), amendment)).rejects.toMatchObject({
      reason: 'agreements.amendment-parties',
    });
    await editAgreement(await as('shop'), amendment, draftOf({ partyIds: [...parties, 'friend'] }));
    await freezeAgreement(await as('shop'), amendment);
    await signAll(amendment, [...parties, 'friend']);
    expect([(await rowOf(id)).state, (await rowOf(amendment)).state]).toEqual(['replaced', 'in-force']);
  });

  it('of what is over comes into force no more: of two that amend the same one holds', async () => {
    const { id } = await inForce();
    const [first, second, third] = [
      await amendmentOf(id),
      await amendmentOf(id, 'ngo'),
      await amendmentOf(id),
    ];
    await freezeAgreement(await as('shop'), first);
    await freezeAgreement(await as('ngo'), second);
    await signAll(second, parties.slice(1));
    await signAll(first, parties);
    await expect(signAll(second, ['ngo'])).rejects.toMatchObject({ reason: 'agreements.amended-is-over' });
    await expect(freezeAgreement(await as('shop'), third)).rejects.toMatchObject({
      reason: 'agreements.amended-is-over',
    });
    expect([(await rowOf(first)).state, (await rowOf(second)).state]).toEqual(['in-force', 'frozen']);
  });
});

describe('what was kept and not yet paid', () => {
  const rows = {
    ...{ 'party.1': 'ngo', 'what.1': '完成第一期课程', 'due.1': '2031-12-20' },
    ...{ 'amount.1': '3000', 'payer.1': 'shop' },
    ...{ 'party.2': 'ngo', 'what.2': '完成第二期课程', 'due.2': '2031-12-21' },
    ...{ 'amount.2': '2000', 'payer.2': 'shop' },
  };

  it('is paid also after an amendment, which promises the rest, and the register counts each once', async () => {
    const { id } = await inForce({ rows });
    const [first] = await test.database.read.obligation.findMany({
      where: { agreementId: id },
      orderBy: { position: 'asc' },
    });
    const obligationId = first?.id ?? '';
    await reportObligation(await as('ngo'), obligationId, { report: '十次课' });
    await acceptObligation(await as('shop'), obligationId);
    const amendment = await takeUpAgreement(await as('shop'), id, 'amendment');
    await freezeAgreement(await as('shop'), amendment);
    const { contentHash } = await rowOf(amendment);
    for (const party of parties)
      await signAs(await as(party), { id: amendment, contentHash: contentHash ?? '' });
    expect((await rowOf(id)).state).toBe('replaced');
    await releaseAmount(await as('shop'), obligationId);
    expect((await subsidyRegister(test.as('visitor'))).rows).toContainEqual(
      expect.objectContaining({ organisationId: 'ngo', year: 2031, promised: 500_000n, released: 300_000n }),
    );
  });
});

describe('evidence', () => {
  const pdf = Buffer.from('%PDF-1.4 签到表');

  it('has files that the parties see and nobody else, and is accepted by another person', async () => {
    await test.database.transaction((tx) =>
      tx.prisma.organisationMember.create({
        data: {
          ...{ organisationId: 'ngo', personId: 'shop-person', mandate: 'representative' },
          createdAt: test.clock.now(),
        },
      }),
    );
    const { id } = await inForce();
    const { id: obligationId } = await test.database.read.obligation.findFirstOrThrow({
      where: { agreementId: id },
    });
    const files = [{ name: '签到表.pdf', bytes: pdf }];
    await expect(
      reportObligation(await as('ngo'), obligationId, { report: '场地已腾出', files }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await reportObligation(await as('shop'), obligationId, { report: '场地已腾出', files });
    const shown = async (ctx: Context) => (await agreementPage(ctx, id)).agreement.obligations[0];
    const file = (await shown(await as('ngo')))?.files[0];
    expect(file?.name).toBe('签到表.pdf');
    expect((await shown(test.as('visitor')))?.files).toEqual([]);
    expect((await readablePicture(await as('community'), file?.id ?? '')).open).toBe(false);
    for (const ctx of [test.as('visitor'), await as('friend')])
      await expect(readablePicture(ctx, file?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
    const sameHand = await test.asPerson('shop-person', 'ngo');
    await expect(acceptObligation(sameHand, obligationId)).rejects.toMatchObject({
      reason: 'agreements.own-report',
    });
    await acceptObligation(await as('ngo'), obligationId);
  });
});
