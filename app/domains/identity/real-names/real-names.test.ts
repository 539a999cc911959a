import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawConsent } from '../consents/choose-consents.server';
import { askToChangeAddress, changeAddress } from '../proving/change-address.server';
import { requestResidence } from '../residence/residence.server';
import { confirmIdentityAtCounter, ownIdentity } from './confirm-identity.server';
import { counterIdentitySchema } from './schema';
import { communityId, makeAreas, makePerson, makeProposal } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import { mailsTo } from '../../../../tests/setup/mails';
import { codeIn } from '../../../../tests/setup/texts';
import { erasePerson, exportPerson } from '../../own-data.server';
import { endorseProposal } from '../../proposals/endorsing/endorse-proposal.server';
import { checkCharacterOf } from '~/lib/numbers/identity-number';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'clerk', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
  await makePerson(test, 'author');
});
afterAll(() => test.dispose());

let serial = 100;
/** A number that nobody has yet, of somebody born on that day. */
function numberOf(born = '19550301'): string {
  serial += 1;
  const first = `421002${born}${serial}`;
  return first + checkCharacterOf(first);
}

async function someone(id: string, email?: string): Promise<string> {
  await makePerson(test, id);
  if (email)
    await test.database.transaction((tx) => tx.prisma.person.update({ where: { id }, data: { email } }));
  return id;
}

interface Given {
  email?: string;
  guardian?: string;
  by?: string;
}

async function shows(id: string, number: string, { email, guardian = '', by = 'clerk' }: Given = {}) {
  const input = counterIdentitySchema.parse({
    ...{ email: email ?? `${id}@example.org`, name: '陈桂兰', number, guardian },
    ...{ seen: '居民身份证，本人到场', consent: 'yes' },
  });
  await confirmIdentityAtCounter(await test.asPerson(by), input);
}

const endorses = async (id: string, proposalId: string) =>
  endorseProposal(await test.asPerson(id), proposalId);
const erase = async (id: string) => erasePerson(await test.asPerson(id), id);

describe('a document that was shown', () => {
  it('lies sealed, is told to its person, and goes with the consent', async () => {
    const number = numberOf();
    await someone('ann');
    await shows('ann', number);
    await runJobs(test);
    const row = await test.database.read.confirmedIdentity.findUniqueOrThrow({ where: { personId: 'ann' } });
    expect(JSON.stringify(row)).not.toContain(number);
    expect(JSON.stringify(row)).not.toContain('陈桂兰');
    expect(
      await test.database.read.notification.count({
        where: { type: 'real-name.confirmed', personId: 'ann' },
      }),
    ).toBe(1);
    const ctx = await test.asPerson('ann');
    expect((await ownIdentity(ctx)).own).toMatchObject({ name: '陈桂兰', document: 'resident-card' });
    const taken = JSON.stringify(await exportPerson(ctx, 'ann'));
    expect(taken).toContain(number);
    expect(taken).not.toMatch(/sealedName|numberHash|keyHash/);
    const events = JSON.stringify(await test.database.read.event.findMany());
    expect(events).not.toContain(number);
    await withdrawConsent(ctx, 'real-name');
    expect((await ownIdentity(ctx)).own).toBeNull();
    expect(await test.database.read.formerKey.count({ where: { personId: 'ann' } })).toBe(1);
  });

  it('belongs to one account: not to a second one, nor to two at once', async () => {
    const number = numberOf();
    for (const id of ['bob', 'bob-too']) await someone(id);
    await shows('bob', number);
    await expect(shows('bob-too', number)).rejects.toMatchObject({ reason: 'identity.number-taken' });
    // The same person comes again with the same card, or a new one.
    await shows('bob', number);
    await shows('bob', numberOf());
    await shows('bob-too', number);
    for (const id of ['twin', 'twin-too']) await someone(id);
    const once = numberOf();
    const both = await Promise.allSettled([shows('twin', once), shows('twin-too', once)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is taken in by the counter of the place alone, and never of oneself', async () => {
    await someone('dan');
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: 'dan' }, data: { residenceAreaId: communityId } }),
    );
    const nobody = { reason: 'identity.nobody-here' };
    await expect(shows('dan', numberOf(), { by: 'elsewhere' })).rejects.toMatchObject(nobody);
    await expect(shows('none', numberOf())).rejects.toMatchObject(nobody);
    await expect(shows('dan', numberOf(), { by: 'dan' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(shows('clerk', numberOf())).rejects.toMatchObject({ reason: 'identity.not-oneself' });
    await expect(shows('dan', '110105194912310021')).rejects.toMatchObject({
      reason: 'identity.no-identity-number',
    });
  });
});

describe('who is counted already', () => {
  const again = { reason: 'identity.counted-before' };

  it('is so under another mail address, too, once the same document is shown', async () => {
    const proposal = await makeProposal(test, 'author');
    const number = numberOf();
    await someone('eve');
    await shows('eve', number);
    await endorses('eve', proposal);
    await erase('eve');
    await someone('eve-again');
    await shows('eve-again', number);
    await expect(endorses('eve-again', proposal)).rejects.toMatchObject(again);
    // Taking the consent back first, and showing it on another account, is no way round.
    await withdrawConsent(await test.asPerson('eve-again'), 'real-name');
    await someone('eve-third');
    await shows('eve-third', number);
    await expect(endorses('eve-third', proposal)).rejects.toMatchObject(again);
  });

  it('is so under the address from before it was changed, once the account is closed', async () => {
    const proposal = await makeProposal(test, 'author');
    await someone('fay');
    await endorses('fay', proposal);
    const ctx = await test.asPerson('fay');
    await askToChangeAddress(ctx, 'fay-new@example.org');
    await runJobs(test);
    await changeAddress(ctx, codeIn((await mailsTo(test, 'fay-new@example.org'))[0]?.text ?? ''));
    // As long as it is open, the address may be somebody else's.
    await someone('heir', 'fay@example.org');
    const other = await makeProposal(test, 'author');
    await endorses('fay', other);
    await endorses('heir', other);
    await erase('fay');
    await expect(endorses('heir', proposal)).rejects.toMatchObject(again);
    await someone('returned', 'fay-new@example.org');
    await expect(endorses('returned', proposal)).rejects.toMatchObject(again);
  });
});

describe('who is under 14', () => {
  it('has a guardian who agreed, to the day', async () => {
    // 2026-11-24 in Shanghai.
    await someone('child');
    const needed = { reason: 'identity.guardian-needed' };
    await expect(shows('child', numberOf('20121125'))).rejects.toMatchObject(needed);
    await shows('child', numberOf('20121125'), { guardian: '王素珍' });
    expect((await ownIdentity(await test.asPerson('child'))).own).toMatchObject({ guardian: '王素珍' });
    await someone('of-age');
    await shows('of-age', numberOf('20121124'));
  });

  it('asks for no residence without one, whatever was said on registering', async () => {
    await someone('young');
    const asked = { areaId: communityId, address: '便河路 12 号', birthYear: 2013 };
    await expect(requestResidence(await test.asPerson('young'), asked)).rejects.toMatchObject({
      reason: 'identity.guardian-at-counter',
    });
    await shows('young', numberOf('20130101'), { guardian: '王素珍' });
    await requestResidence(await test.asPerson('young'), asked);
  });
});
