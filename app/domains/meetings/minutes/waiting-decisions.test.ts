import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  approveMinutes,
  decisionForm,
  layMeeting,
  makeMeeting,
  meetingContext,
  openMeeting,
} from '../../../../tests/factories/meetings';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makePerson } from '../../../../tests/factories/proposals';
import { runJobs } from '../../../../tests/setup/jobs';
import type { TestContext } from '../../../../tests/setup/context';
import type { PersonActor } from '../../actor';
import { waitingFor } from '../../insights/mine.query.server';
import { organisationDeskRows } from '../../insights/organisation-desk.query.server';
import { mergeOrganisation } from '../../organisations/merge-organisation.server';
import { carryOut, settleDecision } from './carry-out.server';
import { recordDecision } from './decide.server';
import { layMinutes, saveMinutes } from './record-meeting.server';

let test: TestContext;
beforeAll(async () => {
  test = await meetingContext();
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'ally');
  await makeOrganisation(test, { id: 'alliance', members: { ally: 'owner' } });
}, 60_000);
afterAll(() => test.dispose());

const asks = async (who: string) =>
  (await waitingFor(await test.asPerson(who))).filter(({ ask }) => ask === 'carry-out-decision');
const titles = async (who: string) => (await asks(who)).map(({ title }) => title);
const deskOf = async (who: string) => {
  const ctx = await test.asPerson(who);
  return (await organisationDeskRows({ ...ctx, actor: ctx.actor as PersonActor })).decisions;
};

it('what was decided waits for who is to do it once the minutes are published, until it is done', async () => {
  const id = await makeMeeting(test, { organisationIds: ['shop', 'club'] });
  await openMeeting(test, id, 3);
  const moderator = await test.asPerson('moderator');
  const decide = (motion: string, responsible: string, votesFor = 3) =>
    recordDecision(moderator, id, decisionForm({ motion, responsible, votesFor }));
  const [club, own] = [
    await decide('划残疾人车位', 'organisation:club'),
    await decide('写一份告示', 'person:guest'),
  ];
  await decide('修一修岗亭', 'organisation:club', 0);
  await saveMinutes(moderator, id, { minutes: '大家同意。' });
  await layMinutes(moderator, id);
  expect(await titles('clubber')).toEqual([]);
  await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });

  expect(await asks('clubber')).toMatchObject([{ id: club, to: `/meetings/${id}#decision-1` }]);
  expect(await titles('guest')).toEqual(['写一份告示']);
  expect(await titles('shopkeeper')).toEqual([]);
  expect(await deskOf('clubber')).toMatchObject([
    { id: club, organisation: { id: 'club' }, able: ['clubber'], isMine: true },
  ]);
  const merging = { organisationId: 'club', intoId: 'alliance', reason: '同一个组织登记了两次' };
  await mergeOrganisation(await test.asPerson('administrator'), merging);
  await runJobs(test);
  expect(await titles('ally')).toEqual(['划残疾人车位']);
  await settleDecision(await test.asPerson('ally', 'alliance'), id, { decisionId: club, words: '划好了' });
  await settleDecision(await test.asPerson('guest'), id, { decisionId: own, words: '贴好了' });
  for (const who of ['ally', 'guest']) expect(await titles(who)).toEqual([]);
});

it('a department that did not sit at the table is told with the minutes, and what became an order waits as that', async () => {
  const { id, decisionId } = await layMeeting(test, { organisationIds: ['shop'] });
  await approveMinutes(test, id, { by: ['shopkeeper', 'guest'] });
  const told = await test.database.read.event.findMany({
    where: { subjectId: id, type: 'meeting.published' },
  });
  expect(told.map(({ privateData }) => JSON.parse(privateData ?? '{}') as unknown)).toMatchObject([
    { organisationIds: ['shop', 'roads'] },
  ]);
  expect((await asks('helper')).map((one) => one.id)).toEqual([decisionId]);
  await carryOut(await test.asPerson('moderator'), id, { decisionId, outcome: 'work-order' });
  expect(await asks('helper')).toEqual([]);
});
