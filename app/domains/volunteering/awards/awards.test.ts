import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift, noticesOf } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';
import { erasePerson, exportPerson } from '../../own-data.server';
import { confirmAll } from '../attendance/confirm-all.server';
import { certificatePdf } from '../certificates/certificate-pdf.query.server';
import { certificatePage } from '../certificates/certificate.query.server';
import { issueCertificate } from '../certificates/issue-certificate.server';
import { publishOpportunity } from '../opportunity.server';
import { awardsOf, awardsPage } from './awards.query.server';
import { recordAward, withdrawAward } from './record-award.server';
import type { AwardInput } from './schema';

let test: TestContext;
const training: AwardInput = {
  ...{ kind: 'training', name: '急救培训', content: '心肺复苏', hours: 1.5 },
  ...{ day: '2026-11-02', personIds: ['ann', 'bob'] },
};
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'ann', 'bob', 'other']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'owner' } });
  const coordinator = await test.asPerson('coordinator', 'helpers');
  const shiftId = await makeShift(test, await publishOpportunity(coordinator, activity), {
    ...{ hours: 24, capacity: 4 },
  });
  await fillShift(test, shiftId, ['ann', 'bob']);
  test.clock.advance(27 * hour);
  await confirmAll(coordinator, shiftId);
}, 120_000);
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers') as Promise<Context & { actor: PersonActor }>;
const of = (personId: string) => awardsOf(test.as('system'), { personId });
const refused = async (change: Partial<AwardInput>) =>
  recordAward(await organiser(), { ...training, ...change }).then(
    () => null,
    (error: { field?: string }) => error.field ?? 'other',
  );

it('is recorded for those who served there, never for oneself or for a day to come', async () => {
  expect(await refused({ personIds: ['other'] })).toBe('personIds');
  expect(await refused({ personIds: ['ann', 'coordinator'] })).toBe('personIds');
  expect(await refused({ personIds: [] })).toBe('personIds');
  expect(await refused({ hours: 0 })).toBe('hours');
  expect(await refused({ day: '2099-01-01' })).toBe('day');
  await expect(recordAward(await test.asPerson('ann'), training)).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await of('ann')).toEqual({ trainings: [], honours: [] });
});

it('offers whom it can be recorded for: each once, who served last first, and nobody whose account is closed', async () => {
  await makePerson(test, 'left');
  const coordinator = await organiser();
  const again = await makeShift(test, await publishOpportunity(coordinator, activity), {
    ...{ hours: 24, capacity: 4 },
  });
  await fillShift(test, again, ['bob', 'left']);
  test.clock.advance(27 * hour);
  await confirmAll(coordinator, again);
  const offered = async () => (await awardsPage(await organiser())).volunteers.map(({ value }) => value);
  expect((await offered()).sort()).toEqual(['ann', 'bob', 'left']);
  await erasePerson(await test.asPerson('left'), 'left');
  expect((await offered()).sort()).toEqual(['ann', 'bob']);
  expect(await refused({ personIds: ['ann', 'left'] })).toBe('personIds');
  expect(await test.database.read.volunteerAward.count()).toBe(0);
});

it('stands in the record by the ministry’s fields, in own data, and on certificates as page and PDF', async () => {
  await recordAward(await organiser(), training);
  await recordAward(await organiser(), {
    ...{ kind: 'honour', name: '优秀志愿者', content: '不记', hours: 9 },
    ...{ day: '2026-11-20', personIds: ['ann'] },
  });
  expect(await of('ann')).toMatchObject({
    trainings: [
      { name: '急救培训', content: '心肺复苏', minutes: 90, organisation: 'helpers', day: '2026-11-02' },
    ],
    honours: [{ name: '优秀志愿者', content: '', minutes: 0, day: '2026-11-20' }],
  });
  expect(await noticesOf(test, 'ann')).toContain('helpers为您记录了“优秀志愿者”');
  const ann = await test.asPerson('ann');
  const given = { organisationId: 'helpers', realName: '', idNumber: '', shows: [] };
  const id = await issueCertificate(ann, given);
  expect((await certificatePage(ann, id)).content).toMatchObject({
    trainings: [{ name: '急救培训' }],
    honours: [{ name: '优秀志愿者' }],
  });
  const { bytes } = await certificatePdf(ann, id);
  const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
  expect(text.replaceAll(/\s/g, '')).toMatch(/培训情况.*急救培训.*表彰奖励情况.*优秀志愿者/);
  expect(JSON.stringify(await exportPerson(ann, 'ann'))).toContain('优秀志愿者');
  expect((await certificatePage(ann, id)).changed).toBe(false);
  const { items } = await awardsPage(await organiser());
  const honour = items.find(({ kind, volunteer }) => kind === 'honour' && volunteer === 'ann');
  await withdrawAward(await organiser(), honour?.id ?? '', '记错了人');
  expect((await certificatePage(ann, id)).changed).toBe(true);
}, 60_000);

it('is taken back with a reason, and is seen by nobody but its person and the organisation', async () => {
  const { items, volunteers } = await awardsPage(await organiser());
  expect(volunteers.map(({ value }) => value).sort()).toEqual(['ann', 'bob']);
  const wrong = items.find(({ kind, volunteer }) => kind === 'training' && volunteer === 'bob');
  await expect(withdrawAward(await test.asPerson('ann'), wrong?.id ?? '', '没有去')).rejects.toMatchObject({
    code: 'forbidden',
  });
  await withdrawAward(await organiser(), wrong?.id ?? '', '那天没有来');
  await expect(withdrawAward(await organiser(), wrong?.id ?? '', '再撤一次')).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await of('bob')).toEqual({ trainings: [], honours: [] });
  expect(await noticesOf(test, 'bob')).toContain('那天没有来');
  const { items: none } = await awardsPage((await test.asPerson('ann')) as Context & { actor: PersonActor });
  expect(none).toEqual([]);
});

it('goes with the account', async () => {
  await erasePerson(await test.asPerson('ann'), 'ann');
  expect(await of('ann')).toEqual({ trainings: [], honours: [] });
});
