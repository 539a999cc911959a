import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import { givePhone, textsTo, withTexts } from '../../../tests/setup/texts';
import type { TestContext } from '../../../tests/setup/context';
import { administrationHome } from './home.query.server';
import { retryDeadJobs } from './retry-dead-jobs.server';
import { sendTestMail } from './send-test-mail.server';
import { sendTestText } from './send-test-text.server';
import { hasKey } from '~/i18n/catalogue';
import { administration } from '~/i18n/administration';
import { newestBackup } from '~/platform/backup/newest-backup';
import { writeKept } from '~/platform/db/kept-values.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext({ environment: { ...withTexts, SMS_DAILY_LIMIT: '2' } });
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'other', { role: 'administrator', areaId: '421003' });
  await makePerson(test, 'resident');
});
afterAll(() => test.dispose());

const homeOf = async (who: string) => administrationHome(await test.asPerson(who));
const stepsOf = async (who: string) =>
  Object.fromEntries((await homeOf(who)).steps.map(({ name, count }) => [name, count]));

async function addJobs(count: number, state: string, { kind = 'mail', hours = 0 } = {}) {
  const runAt = new Date(test.clock.now().getTime() - hours * 3600_000);
  const data = Array.from({ length: count }, (_, at) => ({
    ...{
      id: `${kind}-${state}-${hours}-${String(at).padStart(4, '0')}`,
      kind,
      payload: '{}',
      state,
      attempts: 8,
    },
    ...{ idempotencyKey: `${kind}-${state}-${hours}-${at}`, runAt, createdAt: runAt, lastError: 'no route' },
  }));
  await test.database.transaction((tx) => tx.prisma.outboxJob.createMany({ data }));
}

it('is for administrators alone', async () => {
  await expect(homeOf('resident')).rejects.toMatchObject({ reason: 'identity.administrators-only' });
  await expect(administrationHome(test.as('visitor'))).rejects.toMatchObject({ reason: 'signed-out' });
});

it('says what is still to be set up in the own areas, each step in words', async () => {
  const { steps } = await homeOf('district');
  expect(steps.map(({ name }) => name).sort()).toEqual(
    ['calendar', 'communities', 'departments', 'mail', 'moderators', 'own-texts']
      .concat('responsibilities', 'superiors')
      .sort(),
  );
  for (const { name } of steps)
    for (const key of [`step.${name}`, `step.${name}-hint`, `step.${name}-count`])
      expect([key, hasKey(administration, key)]).toEqual([key, true]);
  expect(await stepsOf('district')).toMatchObject({ moderators: 0, departments: 0, superiors: 0, mail: 0 });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: communityId });
  await makeOrganisation(test, { id: 'department', kind: 'department', members: {} });
  await makeOrganisation(test, { id: 'waiting', kind: 'department', members: {}, verified: false });
  expect(await stepsOf('district')).toMatchObject({ moderators: 1, departments: 1 });
  expect(await stepsOf('other')).toMatchObject({ moderators: 0, departments: 0 });
});

it('shows how the portal runs to those who administer all of it, and lets only them act on it', async () => {
  await addJobs(3, 'dead');
  await addJobs(2, 'dead', { kind: 'webhook' });
  await addJobs(2, 'waiting', { hours: 1 });
  await addJobs(4, 'done', { hours: 1 });
  expect((await homeOf('district')).running).toBeNull();
  const top = await homeOf('top');
  expect(top.running).toMatchObject({ late: 2, backup: null, backupIsOld: true, mailServer: false });
  expect(top.running?.dead.map(({ kind, count, lastError }) => [kind, count, lastError])).toEqual([
    ['mail', 3, 'no route'],
    ['webhook', 2, 'no route'],
  ]);
  const district = await test.asPerson('district');
  for (const act of [
    () => retryDeadJobs(district, { kind: 'mail' }),
    () => sendTestMail(district),
    () => sendTestText(district),
  ])
    await expect(act()).rejects.toMatchObject({ reason: 'identity.whole-portal-only' });
  await writeKept(test.database, newestBackup, test.clock.now().toISOString());
  expect((await homeOf('top')).running?.backupIsOld).toBe(false);
});

it('what was given up is tried anew, of one kind, and at most so many at once', async () => {
  const top = await test.asPerson('top');
  await addJobs(600, 'dead', { kind: 'sent' });
  expect(await retryDeadJobs(top, { kind: 'sent' })).toBe(500);
  expect(await retryDeadJobs(top, { kind: 'sent' })).toBe(100);
  await expect(retryDeadJobs(top, { kind: 'sent' })).rejects.toMatchObject({ code: 'conflict' });
  const rows = await test.database.read.outboxJob.groupBy({
    by: ['state', 'attempts'],
    where: { kind: 'sent' },
    _count: { _all: true },
  });
  expect(rows.map(({ state, attempts, _count }) => [state, attempts, _count._all])).toEqual([
    ['waiting', 0, 600],
  ]);
  expect(await test.database.read.outboxJob.count({ where: { state: 'dead' } })).toBe(5);
});

it('a test mail goes to the own address by the way of every mail', async () => {
  const address = await sendTestMail(await test.asPerson('top'));
  const mail = await test.database.read.mail.findFirstOrThrow({ where: { personId: 'top' } });
  expect(mail).toMatchObject({ recipient: address });
  expect(mail.subject).toContain('测试邮件');
  expect(await test.database.read.outboxJob.count({ where: { idempotencyKey: `mail:${mail.id}` } })).toBe(1);
});

it('a test message goes to the own phone; the page counts those of the day, and says when it has had its due', async () => {
  const top = await test.asPerson('top');
  await expect(sendTestText(top)).rejects.toMatchObject({ reason: 'identity.phone-first' });
  await givePhone(test, 'top', '13812345678');
  expect(await sendTestText(top)).toBe('138****5678');
  expect((await textsTo(test, '8613812345678'))[0]).toBe('【共治】测试短信：本站可以发送短信。');
  expect((await homeOf('top')).running?.texts).toMatchObject({
    count: 2,
    mostInADay: 2,
    waiting: 2,
    delivered: 0,
  });
  await expect(sendTestText(top)).rejects.toMatchObject({ reason: 'identity.texts-of-day-over' });
});
