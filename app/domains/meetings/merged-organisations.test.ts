import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  approveMinutes,
  decisionForm,
  layMeeting,
  makeMeeting,
  meetingContext,
  openMeeting,
} from '../../../tests/factories/meetings';
import { makeDepartment } from '../../../tests/factories/departments';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { makePerson } from '../../../tests/factories/proposals';
import { runJobs } from '../../../tests/setup/jobs';
import type { TestContext } from '../../../tests/setup/context';
import { mergeOrganisation } from '../organisations/merge-organisation.server';
import { meetingPage } from './meeting.query.server';
import { carryOut, settleDecision } from './minutes/carry-out.server';
import { recordDecision } from './minutes/decide.server';
import { layMinutes, saveMinutes } from './minutes/record-meeting.server';

let test: TestContext;
beforeAll(async () => {
  test = await meetingContext();
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'ally');
  await makeOrganisation(test, { id: 'alliance', members: { ally: 'owner' } });
  await makeDepartment(test, { id: 'works', memberId: 'helper', name: '市政处' });
}, 60_000);
afterAll(() => test.dispose());

async function merge(organisationId: string, intoId: string): Promise<void> {
  const merging = { organisationId, intoId, reason: '同一个组织登记了两次' };
  await mergeOrganisation(await test.asPerson('administrator'), merging);
  await runJobs(test);
}

const ally = () => test.asPerson('ally', 'alliance');
const refusal = { code: 'forbidden' };

/** Convened by the shop, with a decision for the club and one for a department; published. */
async function published(
  change: Record<string, unknown> = {},
): Promise<{ id: string; decisionIds: string[] }> {
  const id = await makeMeeting(test, change, await test.asPerson('shopkeeper', 'shop'));
  await openMeeting(test, id, 2);
  const moderator = await test.asPerson('moderator');
  const decisionIds: string[] = [];
  for (const responsible of ['club', 'roads']) {
    const form = decisionForm({ motion: `由${responsible}划线`, responsible: `organisation:${responsible}` });
    decisionIds.push(await recordDecision(moderator, id, form));
  }
  await saveMinutes(moderator, id, { minutes: '大家同意先划残疾人车位。' });
  await layMinutes(moderator, id);
  await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
  return { id, decisionIds };
}

it('what a merged organisation is to do by a decision is with the one that goes on; what was approved stays', async () => {
  const { id, decisionIds } = await published();
  const hidden = await published({ isPublic: 'no' });
  const { id: laid } = await layMeeting(test);
  const [decisionId = ''] = decisionIds;
  const done = { decisionId, words: '线划好了' };
  await expect(settleDecision(await ally(), id, done)).rejects.toMatchObject(refusal);
  await merge('club', 'alliance');
  await merge('roads', 'works');

  const page = await meetingPage(test.as('visitor'), id);
  expect(page.meeting.fits).toBe(true);
  expect(page.decisions.map(({ responsible, heir }) => [responsible, heir])).toEqual([
    ['club', 'alliance'],
    ['城管局', '市政处'],
  ]);
  expect(page.seats.map(({ organisation }) => organisation)).toEqual(['shop', 'club']);
  const own = await meetingPage(await ally(), hidden.id);
  expect(own.meeting.fits).toBe(true);
  expect(own.decisions.map(({ maySettle }) => maySettle)).toEqual([true, false]);
  await settleDecision(await ally(), id, done);

  const open = await test.database.read.meetingDecision.findMany({ where: { meetingId: laid } });
  expect(open.map(({ responsibleId }) => responsibleId)).toEqual(['works']);
});

it('its order goes to the department that goes on, and whoever goes on for the convener leads what is published', async () => {
  const meeting = await test.database.read.meeting.findFirstOrThrow({
    where: { organisationId: 'shop', isPublic: true },
    include: { decisions: { orderBy: { number: 'asc' } } },
  });
  const [, roads] = meeting.decisions;
  const make = { decisionId: roads?.id ?? '', outcome: 'work-order' } as const;
  const orderId = await carryOut(await test.asPerson('moderator'), meeting.id, make);
  const order = await test.database.read.workOrder.findUniqueOrThrow({ where: { id: orderId } });
  expect(order).toMatchObject({ departmentId: 'works' });

  expect((await meetingPage(await ally(), meeting.id)).standing.leads).toBe(false);
  await merge('shop', 'alliance');
  const page = await meetingPage(await ally(), meeting.id);
  expect(page.standing.leads).toBe(true);
  expect(page.meeting).toMatchObject({ fits: true, organisation: 'shop' });
});
