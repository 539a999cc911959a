import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBallot, makeElectorate } from '../../../../tests/factories/ballots';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { Context } from '../../context';
import { timelineOf } from '../../ledger/index.server';
import { follow } from '../../notifications/index.server';
import { openAndCloseDueBallots } from '../organising/due-ballots.server';
import { beginChange } from './begin-draft.server';
import { discardDraft } from './discard-draft.server';
import { draftChanges } from './draft-changes.query.server';
import { draftFaults } from './draft-faults.query.server';
import { loadDraft } from './draft-row.server';
import { keepStep } from './keep-step.server';
import { leftDraft } from './left-draft.query.server';
import { draftPreview } from './preview.query.server';
import { ownBallotDrafts } from './own-drafts.query.server';
import { publishDraft } from './publish-draft.server';
import { raiseAnew } from './raise-anew.server';
import type { TypedStep } from './steps';
import type { FieldValues } from '~/lib/form-state';

let test: TestContext;
let moderator: Context;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

const day = 24 * 3600_000;
const inDays = (days: number) => new Date(test.clock.now().getTime() + days * day).toISOString();
const scheduled = async () => (await makeBallot(test, { opensAt: inDays(1), closesAt: inDays(8) })).id;
const change = (id: string) => beginChange(moderator, id, 'matter');
const keep = (id: string, step: TypedStep, form: FieldValues) =>
  keepStep(moderator, id, { step, form, goesOn: true, goesTo: 'preview' });
const matter = { title: '社区口袋公园怎么建', question: '请大家来定。', areaId: '421002' };
const changesOf = async (id: string) =>
  (await draftChanges(moderator, await loadDraft(moderator, id))).changes.map(({ name }) => name);
const rowOf = (id: string) => test.database.read.ballot.findUniqueOrThrow({ where: { id } });

async function publish(id: string, reason = '第一次写得不清楚') {
  const { revision } = await loadDraft(moderator, id);
  return publishDraft(moderator, id, { revision, reason });
}

it('a scheduled ballot is changed by the same steps, with why, and those who heard of it are counted', async () => {
  const ballotId = await scheduled();
  const id = await change(ballotId);
  expect(await change(ballotId)).toBe(id);
  expect(await draftFaults(moderator, await loadDraft(moderator, id))).toEqual([]);
  await expect(publish(id)).rejects.toMatchObject({ reason: 'ballots.nothing-changed' });
  await keep(id, 'matter', { ...matter, title: '口袋公园先建什么' });
  await keep(id, 'options', { options: '长椅\n花坛' });
  expect(await changesOf(id)).toEqual(['title', 'options']);
  for (const personId of ['ann', 'bob'])
    await test.database.transaction((tx) =>
      follow(tx, { personId, subjectKind: 'ballot', subjectId: ballotId, at: test.clock.now() }),
    );
  await test.database.transaction((tx) =>
    follow(tx, { personId: 'ann', subjectKind: 'area', subjectId: '421002', at: test.clock.now() }),
  );
  expect((await draftPreview(moderator, await loadDraft(moderator, id))).told).toBe(2);
  await expect(publish(id, '无')).rejects.toMatchObject({ field: 'reason' });
  expect(await publish(id)).toBe(ballotId);
  expect((await rowOf(ballotId)).title).toBe('口袋公园先建什么');
  const { events } = await timelineOf(test.as('visitor'), [{ kind: 'ballot', id: ballotId }]);
  const event = events.find(({ type }) => type === 'ballot.changed');
  expect(event?.details.join('\n')).toContain('第一次写得不清楚');
});

it('what somebody else has changed meanwhile stays, and what both changed is shown before it is written over', async () => {
  const ballotId = await scheduled();
  const id = await change(ballotId);
  await keep(id, 'matter', { ...matter, title: '我写的标题' });
  const shown = (await loadDraft(moderator, id)).revision;
  await test.database.transaction((tx) =>
    tx.prisma.ballot.update({ where: { id: ballotId }, data: { title: '别人写的标题', quorumPercent: 30 } }),
  );
  await expect(publishDraft(moderator, id, { revision: shown, reason: '写清楚一些' })).rejects.toMatchObject({
    reason: 'ballots.draft-changed',
  });
  const { changes } = await draftChanges(moderator, await loadDraft(moderator, id));
  expect(changes).toEqual([{ name: 'title', was: ['别人写的标题'], is: ['我写的标题'] }]);
  await publish(id);
  expect(await rowOf(ballotId)).toMatchObject({ title: '我写的标题', quorumPercent: 30 });
});

it('what was typed and typed back is no change', async () => {
  const id = await change(await scheduled());
  await keep(id, 'kind', { kind: 'ranking' });
  expect(await changesOf(id)).toEqual(['kind']);
  await keep(id, 'kind', { kind: 'single-choice' });
  expect(await changesOf(id)).toEqual([]);
});

it('is not begun by those who do not lead the ballot, nor sent once it has opened; what is typed then is kept, and can be discarded', async () => {
  const ballotId = await scheduled();
  await expect(beginChange(await test.asPerson('ann'), ballotId, 'matter')).rejects.toMatchObject({
    code: 'forbidden',
  });
  const id = await change(ballotId);
  await keep(id, 'matter', { ...matter, title: '来不及的标题' });
  const { revision } = await loadDraft(moderator, id);
  test.clock.set(new Date(test.clock.now().getTime() + 2 * day));
  await openAndCloseDueBallots(test.as('system'));
  const late = { reason: 'ballots.opened-already' };
  expect((await keep(id, 'matter', { ...matter, title: '更来不及的标题' })).left).toBe(true);
  await expect(publishDraft(moderator, id, { revision, reason: '来不及了' })).rejects.toMatchObject(late);
  expect(await leftDraft(moderator, id)).toMatchObject({
    ...{ title: '更来不及的标题', reason: late.reason },
    fields: [{ name: 'title', values: ['更来不及的标题'] }],
  });
  await discardDraft(moderator, id);
  await expect(loadDraft(moderator, id)).rejects.toMatchObject({ code: 'not-found' });
});

it('a change that came too late is read by its author alone, and raised anew as a ballot of its own', async () => {
  const ballotId = await scheduled();
  const id = await change(ballotId);
  await keep(id, 'matter', { ...matter, title: '口袋公园再议' });
  await keep(id, 'options', { options: '长椅\n凉亭' });
  expect(await leftDraft(moderator, id)).toBeNull();
  test.clock.set(new Date(test.clock.now().getTime() + 2 * day));
  await openAndCloseDueBallots(test.as('system'));
  expect((await ownBallotDrafts(moderator)).find((own) => own.id === id)).toMatchObject({ left: true });
  await expect(leftDraft(await test.asPerson('ann'), id)).rejects.toMatchObject({ code: 'not-found' });
  const before = await rowOf(ballotId);
  expect(await raiseAnew(moderator, id)).toBe('matter');
  expect(await raiseAnew(moderator, id)).toBe('matter');
  const draft = await loadDraft(moderator, id);
  expect(draft).toMatchObject({ ballotId: null });
  expect(draft.values).toMatchObject({
    title: '口袋公园再议',
    options: '长椅\n凉亭',
    opensAt: '',
    areaId: '421002',
  });
  expect(await leftDraft(moderator, id)).toBeNull();
  expect(await rowOf(ballotId)).toEqual(before);
});
