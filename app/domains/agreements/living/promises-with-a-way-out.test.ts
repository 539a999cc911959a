import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { deactivateOrganisation } from '../../organisations/deactivate-organisation.server';
import { agreementPage } from '../agreement-page.query.server';
import { draftAgreement } from '../drafting/draft-agreement.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import {
  acceptObligation,
  noteBreach,
  releaseAmount,
  reportObligation,
  writeOffAmount,
} from './obligations.server';
import { subsidyRegister } from './subsidies.query.server';
import { takeUpAgreement } from '../drafting/take-up-agreement.server';
import { watchAgreements } from './watch-agreements.server';

let test: TestContext;
const day = 24 * 3600_000;
const reason = '情况有变，另行商量';

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, ['ngo', 'shop', 'community', 'payer', 'payer2', 'payer3']);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const rowsOf = (agreementId: string) =>
  test.database.read.obligation.findMany({ where: { agreementId }, orderBy: { position: 'asc' } });
const told = (type: string, subjectId: string) =>
  test.database.read.event.count({ where: { type, subjectId } });

async function signAll(id: string, parties: readonly string[]): Promise<void> {
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  for (const party of parties) await signAs(await as(party), { id, contentHash: contentHash ?? '' });
}

/** In force between these parties: the first one that is paid, the last one that pays, two instalments. */
async function subsidy(parties: readonly string[], change: Record<string, unknown> = {}) {
  const [receiver = '', payer = ''] = [parties[0], parties.at(-1)];
  const rows = Object.fromEntries(
    [1, 2].flatMap((row) => [
      [`party.${row}`, receiver],
      [`what.${row}`, `完成第${row}期课程`],
      [`due.${row}`, '2026-12-20'],
      [`amount.${row}`, '1000'],
      [`payer.${row}`, payer],
    ]),
  ) as Record<string, string>;
  const id = await draftAgreement(await as(receiver), draftOf({ partyIds: parties, rows, ...change }));
  await freezeAgreement(await as(receiver), id);
  await signAll(id, parties);
  const [first, second] = (await rowsOf(id)).map((row) => row.id);
  return { id, first: first ?? '', second: second ?? '' };
}

async function later(days: number, act: () => Promise<unknown>): Promise<void> {
  const now = test.clock.now();
  test.clock.set(new Date(now.getTime() + days * day));
  await act().finally(() => test.clock.set(now));
}

it('a payer out of service is not waited for: another accepts, the receiver says whether money came', async () => {
  const { first, second } = await subsidy(['ngo', 'shop', 'payer']);
  for (const id of [first, second]) await reportObligation(await as('ngo'), id, { report: '十次课' });
  await expect(acceptObligation(await as('shop'), first)).rejects.toMatchObject({
    reason: 'agreements.other-side-only',
  });
  await expect(writeOffAmount(await as('ngo'), first, reason)).rejects.toMatchObject({
    reason: 'agreements.not-accepted',
  });
  await deactivateOrganisation(await test.asPerson('moderator'), 'payer', '已停止活动');
  for (const id of [first, second]) await acceptObligation(await as('shop'), id);
  await expect(releaseAmount(await as('shop'), first)).rejects.toMatchObject({
    reason: 'agreements.payer-only',
  });
  await releaseAmount(await as('ngo'), first);
  await writeOffAmount(await as('ngo'), second, reason);
  await expect(releaseAmount(await as('ngo'), second)).rejects.toMatchObject({ reason: 'already-decided' });
  expect((await subsidyRegister(test.as('visitor'))).rows).toContainEqual(
    expect.objectContaining({
      organisationId: 'ngo',
      promised: 200_000n,
      released: 100_000n,
      writtenOff: 100_000n,
    }),
  );
});

it('where no other party is left a moderator of the area answers, who belongs to none of them', async () => {
  const { first } = await subsidy(['shop', 'payer2']);
  await reportObligation(await as('shop'), first, { report: '十次课' });
  const moderator = await test.asPerson('moderator');
  await expect(acceptObligation(moderator, first)).rejects.toMatchObject({ code: 'forbidden' });
  await deactivateOrganisation(moderator, 'payer2', '已停止活动');
  await acceptObligation(moderator, first);
});

it('the term to make a breach good is reminded of before and after, once each, and then set anew', async () => {
  const { id, first } = await subsidy(['ngo', 'community']);
  const breach = async (cureBy: string) => noteBreach(await as('community'), first, { reason, cureBy });
  const stages = async () => [await told('obligation.cure-soon', id), await told('obligation.cure-over', id)];
  const watch = () => watchAgreements(test.as('system'));
  await later(27, () => breach('2026-12-31'));
  await later(28, async () => {
    await watch();
    await expect(breach('2027-01-10')).rejects.toMatchObject({ reason: 'agreements.cure-runs' });
  });
  expect(await stages()).toEqual([0, 0]);
  await later(35, () => watch().then(watch));
  expect(await stages()).toEqual([1, 0]);
  await later(40, () => watch().then(watch));
  expect(await stages()).toEqual([1, 1]);
  await later(41, () => breach('2027-01-10'));
  await later(45, watch);
  expect(await stages()).toEqual([2, 1]);
});

it('who reports is answered and paid: both are reminded of, and what fell due is reported after the end, too', async () => {
  const { id, first, second } = await subsidy(['ngo', 'community'], { endsOn: '2026-12-20' });
  await reportObligation(await as('ngo'), first, { report: '十次课' });
  await later(9, () => watchAgreements(test.as('system')));
  expect(await told('obligation.answer-reminder', id)).toBe(1);
  await acceptObligation(await as('community'), first);
  await later(16, () => watchAgreements(test.as('system')));
  expect(await told('obligation.pay-reminder', id)).toBe(1);
  await later(30, async () => {
    await watchAgreements(test.as('system'));
    expect((await agreementPage(await as('ngo'), id)).agreement.state).toBe('ended');
    await reportObligation(await as('ngo'), second, { report: '第二期也完成了' });
    await acceptObligation(await as('community'), second);
  });
});

it('nothing is accepted, paid or summed by a text that no longer fits its signatures', async () => {
  const { id, first } = await subsidy(['shop', 'community'], { title: '被改动的补贴协议' });
  await reportObligation(await as('shop'), first, { report: '十次课' });
  const sum = async () => {
    const { rows, altered } = await subsidyRegister(test.as('visitor'));
    const all = rows
      .filter((row) => row.organisationId === 'shop')
      .reduce((one, row) => one + row.promised, 0n);
    return [all, altered.map((one) => one.title)];
  };
  const [before] = await sum();
  await test.database.transaction((tx) =>
    tx.prisma.obligation.update({ where: { id: first }, data: { amountFen: 999_999n } }),
  );
  expect(await sum()).toEqual([(before as bigint) - 200_000n, ['被改动的补贴协议']]);
  await expect(acceptObligation(await as('community'), first)).rejects.toMatchObject({
    reason: 'agreements.altered',
  });
  const { may } = (await agreementPage(await as('community'), id)).agreement.obligations[0] ?? {};
  expect(Object.values(may ?? {})).not.toContain(true);
});

it('an amendment goes on with what was kept while it was negotiated: nothing is paid twice', async () => {
  const parties = ['community', 'payer3'];
  const { id, first } = await subsidy(parties);
  const amendment = await takeUpAgreement(await as('payer3'), id, 'amendment');
  await freezeAgreement(await as('payer3'), amendment);
  const files = [{ name: '签到表.pdf', bytes: Buffer.from('%PDF-1.4 签到表') }];
  await reportObligation(await as('community'), first, { report: '十次课', files });
  await acceptObligation(await as('payer3'), first);
  await signAll(amendment, parties);
  const [kept] = (await agreementPage(await as('payer3'), amendment)).agreement.obligations;
  expect(kept).toMatchObject({ state: 'done', report: '十次课', files: [{ name: '签到表.pdf' }] });
  await expect(releaseAmount(await as('payer3'), first)).rejects.toMatchObject({
    reason: 'agreements.carried-on',
  });
  await releaseAmount(await as('payer3'), kept?.id ?? '');
  const { rows } = await subsidyRegister(test.as('visitor'));
  const sums = rows.filter((row) => row.organisationId === 'community');
  expect(sums).toMatchObject([{ promised: 200_000n, released: 100_000n, instalments: 2 }]);
});
