import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import { mailedTokens } from '../../../../tests/setup/mails';
import { enforceTerms } from '../../enforce-terms.server';
import { heldOverview } from '../../held-overview.query.server';
import { official } from '../../held-on-persons';
import { subjectServers } from '../../subjects.server';
import { unsubscribe } from '../../notifications/index.server';
import { unsubscribePath } from '../../notifications/notification-text';
import { inTransaction } from '../../in-transaction.server';
import { accountPage, changeProfile, profileFields } from '../account.server';
import { chooseMails } from './choose-mails.server';
import type { Profile } from '../account.server';
import { confirmAddress, register } from '../proving/register.server';
import { decideResidence, readResidenceAddress, requestResidence } from '../residence/residence.server';
import { consentToMails, ownConsents, withdrawConsent } from './choose-consents.server';
import { purposesIn } from './purposes';
import type { Purpose } from './purposes';
import { held } from '~/i18n/held';

let test: TestContext;
const password = 'spring river lamp';
const day = 24 * 3600_000;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
});
afterAll(() => test.dispose());

async function registered(name: string, consents: Purpose[]): Promise<string> {
  const email = `${name}@example.org`;
  await register(test.as('visitor'), { email, displayName: name, password, consents });
  await runJobs(test);
  test.clock.advance(3600_000);
  const [token = ''] = await mailedTokens(test, email, 'confirm');
  return confirmAddress(test.as('visitor'), token, password);
}

const frequencyOf = async (id: string) =>
  (await test.database.read.person.findUniqueOrThrow({ where: { id } })).mailFrequency;
const choiceOf = async (id: string, purpose: Purpose) =>
  (await ownConsents(await test.asPerson(id))).find((choice) => choice.purpose === purpose);

/** As the page of preferences does. */
const mails = (personId: string, mailFrequency: string) =>
  inTransaction(test.as('system'), (ctx) =>
    chooseMails(ctx, { personId, mailFrequency, daily: mailFrequency === 'daily' }),
  );

describe('a consent', () => {
  it('is what was ticked at registering, as of then; without it no mails come', async () => {
    const registeredAt = test.clock.now();
    const yes = await registered('willing', ['mails']);
    const no = await registered('quiet', []);
    expect(await choiceOf(yes, 'mails')).toMatchObject({
      isOn: true,
      history: [{ givenAt: registeredAt, withdrawnAt: null, version: 1 }],
    });
    expect(await choiceOf(no, 'mails')).toMatchObject({ isOn: false, history: [] });
    expect([await frequencyOf(yes), await frequencyOf(no)]).toEqual(['immediate', 'none']);
    expect(purposesIn('mails,score,residence,mails')).toEqual(['mails', 'residence']);
  });

  it('to mails is taken back and given again, by each way that there is, with effect', async () => {
    const id = await registered('changing', ['mails']);
    const ctx = await test.asPerson(id);
    await withdrawConsent(ctx, 'mails');
    expect(await frequencyOf(id)).toBe('none');
    await consentToMails(ctx);
    await consentToMails(ctx);
    expect(await frequencyOf(id)).toBe('immediate');
    await unsubscribe(
      test.as('visitor'),
      unsubscribePath(test.as('visitor').configuration.sessionSecret, id).split('/').at(-1) ?? '',
    );
    expect(await frequencyOf(id)).toBe('none');
    expect((await choiceOf(id, 'mails'))?.history.filter(({ withdrawnAt }) => withdrawnAt === null)).toEqual(
      [],
    );
    await mails(id, 'daily');
    const choice = await choiceOf(id, 'mails');
    expect(choice?.history.map(({ withdrawnAt }) => withdrawnAt !== null)).toHaveLength(3);
    expect(choice?.history.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
  });

  it('to mails is not given by saving something else, nor taken back by it', async () => {
    // Of before the portal asked for one: mails come, and no consent is written down.
    const id = await makePerson(test, 'of-old');
    const ctx = await test.asPerson(id);
    const save = async (change: Partial<Profile>) => {
      const { person, revision } = await accountPage(ctx, id);
      await changeProfile(ctx, id, { ...profileFields(person), ...change, revision });
    };
    expect(await frequencyOf(id)).toBe('immediate');
    await save({ about: '住在东门' });
    await mails(id, 'daily');
    expect(await choiceOf(id, 'mails')).toMatchObject({ isOn: true, history: [] });
    await mails(id, 'none');
    await save({ about: '住在西门' });
    expect((await choiceOf(id, 'mails'))?.history).toEqual([]);
    await mails(id, 'immediate');
    await save({ about: '' });
    expect((await choiceOf(id, 'mails'))?.history).toMatchObject([{ withdrawnAt: null }]);
    await mails(id, 'none');
    await save({ about: '还住在西门' });
    const [only] = (await choiceOf(id, 'mails'))?.history ?? [];
    expect(only?.withdrawnAt).not.toBeNull();
  });

  it('to the check of the residence is given by asking for it; taken back, all of it is forgotten', async () => {
    const id = await registered('moving', []);
    const ctx = await test.asPerson(id);
    await requestResidence(ctx, { areaId: communityId, address: '便河路 12 号', birthYear: 1960 });
    const request = await test.database.read.residenceVerification.findFirstOrThrow({
      where: { personId: id },
    });
    const moderator = await test.asPerson('moderator');
    await decideResidence(moderator, { id: request.id, confirm: true, reason: '一致' });
    expect(await choiceOf(id, 'residence')).toMatchObject({ isOn: true, history: [{ withdrawnAt: null }] });
    await withdrawConsent(ctx, 'residence');
    expect(await test.database.read.person.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ residenceAreaId: null, householdKey: null, birthYear: null },
    });
    expect(await test.database.read.residenceVerification.count({ where: { personId: id } })).toBe(0);
    expect(await choiceOf(id, 'residence')).toMatchObject({ isOn: false });
    await requestResidence(ctx, { areaId: communityId, address: '便河路 13 号', birthYear: 1960 });
    await withdrawConsent(ctx, 'residence');
    const waiting = { subjectKind: 'residence', decidedAt: null };
    expect(await test.database.read.queueItem.count({ where: waiting })).toBe(0);
    const last = await test.database.read.queueItem.findFirstOrThrow({
      where: { subjectKind: 'residence' },
      orderBy: { id: 'desc' },
    });
    expect(last).toMatchObject({ decision: 'withdrawn', ground: 'consent-withdrawn', title: '' });
  });
});

describe('what is held', () => {
  it('is listed with its term, and with who has looked, for what, and is told at once', async () => {
    const id = await registered('looked-at', ['mails']);
    const ctx = await test.asPerson(id);
    await requestResidence(ctx, { areaId: communityId, address: '便河路 12 号', birthYear: 1960 });
    const { id: requestId } = await test.database.read.residenceVerification.findFirstOrThrow({
      where: { personId: id },
    });
    const moderator = await test.asPerson('moderator');
    await readResidenceAddress(moderator, { id: requestId, reason: '核对居住申请' });
    await runJobs(test);
    const { tables, readings } = await heldOverview(ctx);
    expect(tables).toContainEqual({ model: 'Person', count: 1, term: { kept: 'account' } });
    expect(tables).toContainEqual(expect.objectContaining({ model: 'ResidenceVerification', count: 1 }));
    expect(readings).toMatchObject([{ by: 'moderator', reason: '核对居住申请' }]);
    expect(
      await test.database.read.notification.count({ where: { personId: id, type: 'private.read' } }),
    ).toBe(1);
  });

  it('has a term and words for every table of every subject that names a person by more than an office', () => {
    const personal = subjectServers.flatMap(({ held: declared }) =>
      Object.entries(declared?.models ?? {}).flatMap(([model, columns]) => {
        const isOffice = Object.values(columns).every((holding) => holding === official);
        return isOffice ? [] : [model];
      }),
    );
    expect(Object.keys(test.as('visitor').subjects.heldTerms).sort()).toEqual([...new Set(personal)].sort());
    expect(Object.keys(held['zh-CN']).sort()).toEqual([...new Set(personal)].sort());
  });

  it.each([true, false])(
    'leaves no name in the queue once it is decided (confirmed: %s)',
    async (confirm) => {
      const id = await registered(`decided-${String(confirm)}`, []);
      const name = (await accountPage(await test.asPerson(id), id)).person.displayName;
      await requestResidence(await test.asPerson(id), {
        ...{ areaId: communityId, address: '便河路 12 号', birthYear: 1960 },
      });
      const [request] = await test.database.read.residenceVerification.findMany({ where: { personId: id } });
      const named = () => test.database.read.queueItem.count({ where: { title: name } });
      expect(await named()).toBe(1);
      const decision = { id: request?.id ?? '', confirm, reason: '已核对' };
      await decideResidence(await test.asPerson('moderator'), decision);
      expect(await named()).toBe(0);
    },
  );

  it('goes when its term is over, and not a day before', async () => {
    const id = await makePerson(test, 'long-ago');
    const at = (days: number) => new Date(test.clock.now().getTime() - days * day);
    const told = { personId: id, type: 'private.read', data: '{}' };
    const request = { personId: id, areaId: communityId, sealedAddress: 'v1.a.b.c', createdAt: at(400) };
    await test.database.transaction(async (tx) => {
      await tx.prisma.notification.createMany({
        data: [
          { ...told, id: 'old', eventId: 'old', createdAt: at(731) },
          { ...told, id: 'new', eventId: 'new', createdAt: at(729) },
        ],
      });
      await tx.prisma.residenceVerification.createMany({
        data: [
          { ...request, id: 'refused-old', state: 'refused', decidedAt: at(181) },
          { ...request, id: 'refused-new', state: 'refused', decidedAt: at(179) },
          { ...request, id: 'confirmed', state: 'confirmed', decidedAt: at(390) },
        ],
      });
    });
    expect(await enforceTerms(test.as('system'))).toBe(2);
    const { read } = test.database;
    const left = [
      ...(await read.notification.findMany({ where: { personId: id } })),
      ...(await read.residenceVerification.findMany({ where: { personId: id } })),
    ].map((row) => row.id);
    expect(left.sort()).toEqual(['confirmed', 'new', 'refused-new']);
  });

  it('goes some hundred rows at a time, so that nobody waits for thousands', async () => {
    const personId = await makePerson(test, 'much-told');
    const createdAt = new Date(test.clock.now().getTime() - 800 * day);
    const rows = Array.from({ length: 1200 }, (_none, at) => ({
      ...{ id: `much-${at}`, personId, eventId: `much-${at}`, type: 'private.read', data: '{}', createdAt },
    }));
    await test.database.transaction((tx) => tx.prisma.notification.createMany({ data: rows }));
    let turns = 0;
    const giveWay = () => Promise.resolve(void (turns += 1));
    expect(await enforceTerms({ ...test.as('system'), giveWay })).toBe(1200);
    expect(turns).toBeGreaterThanOrEqual(2);
    expect(await test.database.read.notification.count({ where: { personId } })).toBe(0);
  });
});
