import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../tests/factories/agreements';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { draftAgreement, editAgreement } from './drafting/draft-agreement.server';
import { freezeAgreement } from './signing/freeze-agreement.server';
import { acceptObligation, reportObligation } from './living/obligations.server';
import { declineAgreement, thawAgreement, withdrawAgreement } from './signing/undo-freezing.server';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, [...parties, 'outsider']);
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const input = draftOf();
const rowOf = (id: string) => test.database.read.agreement.findUniqueOrThrow({ where: { id } });

async function frozen(): Promise<{ id: string; contentHash: string }> {
  const id = await draftAgreement(await as('ngo'), input);
  await freezeAgreement(await as('ngo'), id);
  return { id, contentHash: (await rowOf(id)).contentHash ?? '' };
}

const sign = async (who: string, agreement: { id: string; contentHash: string }) =>
  signAs(await as(who), agreement);

describe('the text', () => {
  it('is changed by every party until it is frozen, and then by nobody', async () => {
    const id = await draftAgreement(await as('ngo'), input);
    await editAgreement(await as('shop'), id, { ...input, title: '南门充电桩共建协议书' });
    await expect(editAgreement(await as('outsider'), id, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(freezeAgreement(await as('shop'), id)).rejects.toMatchObject({
      reason: 'agreements.initiator-only',
    });
    await freezeAgreement(await as('ngo'), id);
    await expect(editAgreement(await as('ngo'), id, input)).rejects.toMatchObject({
      reason: 'agreements.text-is-frozen',
    });
  });

  it('names the field of a row that cannot be read, and no day becomes another', async () => {
    for (const [rows, field] of [
      [{ 'party.2': 'shop', 'what.2': '打扫', 'due.2': '2027-02-30' }, 'due.2'],
      [{ 'party.1': 'outsider', 'what.1': '打扫' }, 'party.1'],
      [{ 'party.1': 'shop', 'what.1': '打扫', 'amount.1': '五千' }, 'amount.1'],
      [{ 'party.1': 'shop', 'what.1': '打扫', 'amount.1': '5000', 'payer.1': 'shop' }, 'payer.1'],
    ] as const)
      await expect(draftAgreement(await as('ngo'), { ...input, rows })).rejects.toMatchObject({
        code: 'invalid',
        field,
      });
    await expect(draftAgreement(await as('ngo'), { ...input, endsOn: '2027-02-29' })).rejects.toMatchObject({
      field: 'endsOn',
    });
  });
});

describe('signing', () => {
  it('wants the password again, a mailed code, a name, the hash that was seen, and a party', async () => {
    const agreement = await frozen();
    await expect(signAs(await as('shop'), agreement, { password: 'guessed' })).rejects.toMatchObject({
      field: 'password',
    });
    await expect(signAs(await as('shop'), agreement, { code: '000000' })).rejects.toMatchObject({
      field: 'code',
    });
    await expect(signAs(await as('shop'), agreement, { name: '' })).rejects.toMatchObject({ field: 'name' });
    await expect(sign('shop', { ...agreement, contentHash: '0'.repeat(64) })).rejects.toMatchObject({
      reason: 'agreements.text-changed',
    });
    await expect(sign('outsider', agreement)).rejects.toMatchObject({ reason: 'agreements.act-for-party' });
    const withoutMandate = await test.asPerson('shop-person');
    await expect(signAs(withoutMandate, agreement)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('comes into force once with the last signature, also when all sign at once', async () => {
    const agreement = await frozen();
    await Promise.all(parties.map((party) => sign(party, agreement)));
    expect((await rowOf(agreement.id)).state).toBe('in-force');
    const told = { type: 'agreement.in-force', subjectId: agreement.id };
    expect(await test.database.read.event.count({ where: told })).toBe(1);
  });

  it('happens once for each party, also when it signs twice at once', async () => {
    const agreement = await frozen();
    const tries = await Promise.allSettled([sign('shop', agreement), sign('shop', agreement)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      await test.database.read.event.count({
        where: { type: 'agreement.signed', subjectId: agreement.id },
      }),
    ).toBe(1);
  });

  it('records person, organisation and mandate', async () => {
    const agreement = await frozen();
    await sign('shop', agreement);
    expect(
      await test.database.read.event.findFirstOrThrow({
        where: { type: 'agreement.signed', subjectId: agreement.id },
      }),
    ).toMatchObject({
      actorPersonId: 'shop-person',
      actorOrganisationId: 'shop',
      mandate: 'representative',
    });
  });

  it('ends where a party declines, with the reason', async () => {
    const agreement = await frozen();
    await declineAgreement(await as('community'), agreement.id, '场地另有安排');
    await expect(sign('shop', agreement)).rejects.toMatchObject({
      reason: 'agreements.not-open-for-signing',
    });
    expect(await rowOf(agreement.id)).toMatchObject({ state: 'declined', reason: '场地另有安排' });
  });
});

describe('an obligation', () => {
  it('is reported by the party that promised it and accepted by another, once, when in force', async () => {
    const agreement = await frozen();
    const { id } = await test.database.read.obligation.findFirstOrThrow({
      where: { agreementId: agreement.id },
    });
    await expect(reportObligation(await as('shop'), id, { report: '场地已腾出' })).rejects.toMatchObject({
      reason: 'agreements.not-in-force',
    });
    for (const party of parties) await sign(party, agreement);
    await expect(reportObligation(await as('ngo'), id, { report: '场地已腾出' })).rejects.toMatchObject({
      reason: 'agreements.act-for-party',
    });
    await reportObligation(await as('shop'), id, { report: '场地已腾出' });
    await expect(reportObligation(await as('shop'), id, { report: '场地已腾出' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(acceptObligation(await as('shop'), id)).rejects.toMatchObject({
      reason: 'agreements.other-side-only',
    });
    await expect(acceptObligation(await as('outsider'), id)).rejects.toMatchObject({ code: 'forbidden' });
    await acceptObligation(await as('ngo'), id);
    expect(await test.database.read.obligation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'done',
      acceptedFor: 'ngo',
    });
  });
});

describe('a frozen text', () => {
  it('goes back to a draft while nobody has signed, and is frozen anew as another version', async () => {
    const agreement = await frozen();
    await expect(thawAgreement(await as('shop'), agreement.id)).rejects.toMatchObject({
      reason: 'agreements.initiator-only',
    });
    await thawAgreement(await as('ngo'), agreement.id);
    await editAgreement(await as('shop'), agreement.id, { ...input, title: '南门充电桩共建协议（改）' });
    await freezeAgreement(await as('ngo'), agreement.id);
    await expect(sign('shop', agreement)).rejects.toMatchObject({ reason: 'agreements.text-changed' });
    const now = { id: agreement.id, contentHash: (await rowOf(agreement.id)).contentHash ?? '' };
    await sign('shop', now);
    await expect(thawAgreement(await as('ngo'), agreement.id)).rejects.toMatchObject({
      reason: 'agreements.signed-by-someone',
    });
  });

  it('never waits for ever: a party, or a moderator where none can act, withdraws it with a reason', async () => {
    await makePerson(test, 'moderator-of-agreements', { role: 'moderator', areaId: communityId });
    const withdrawers = [() => as('shop'), () => test.asPerson('moderator-of-agreements')];
    for (const withdrawer of withdrawers) {
      const agreement = await frozen();
      await sign('ngo', agreement);
      await expect(withdrawAgreement(await as('outsider'), agreement.id, '与我无关')).rejects.toMatchObject({
        code: 'forbidden',
      });
      await withdrawAgreement(await withdrawer(), agreement.id, '一方已停止活动');
      expect(await rowOf(agreement.id)).toMatchObject({ state: 'withdrawn', reason: '一方已停止活动' });
      await expect(sign('shop', agreement)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(withdrawAgreement(await as('ngo'), agreement.id, '再撤一次')).rejects.toMatchObject({
        reason: 'agreements.not-frozen',
      });
    }
  });
});
