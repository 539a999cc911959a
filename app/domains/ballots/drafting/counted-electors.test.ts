import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate, makeVoter } from '../../../../tests/factories/ballots';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { rollTable } from '../../../../tests/factories/rolls';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { Context } from '../../context';
import { openAndCloseDueBallots } from '../organising/due-ballots.server';
import { importRoll } from '../roll/import-roll.server';
import { beginChange, beginDraft } from './begin-draft.server';
import { loadDraft } from './draft-row.server';
import { keepStep } from './keep-step.server';
import { draftPreview } from './preview.query.server';
import { publishDraft } from './publish-draft.server';
import type { FieldValues } from '~/lib/form-state';

let test: TestContext;
let moderator: Context;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  for (const id of ['mother', 'father']) await makeVoter(test, id, 'one-house');
  moderator = await test.asPerson('moderator');
  await makeOrganisation(test, {
    id: 'org',
    kind: 'community-committee',
    members: { ann: 'representative', mother: 'member', father: 'member' },
  });
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'bob' }, data: { birthYear: 2012 } }),
  );
});
afterAll(() => test.dispose());

const hour = 3600_000;
const inHours = (hours: number) => new Date(test.clock.now().getTime() + hours * hour).toISOString();

/** A draft of a ballot for these voters, which opens in an hour. */
async function draftFor(electorate: FieldValues, area = '421002'): Promise<string> {
  const form = { title: '社区口袋公园怎么建', question: '请大家来定。', areaId: area };
  const id = await beginDraft(moderator, { form, copied: null, step: 'options' });
  const keep = (step: 'options' | 'electorate' | 'times', form: FieldValues) =>
    keepStep(moderator, id, { step, form, goesOn: true, goesTo: 'preview' });
  await keep('options', { options: '长椅' });
  await keep('electorate', { minimumAge: '18', unit: 'person', ...electorate });
  await keep('times', { opensAt: inHours(1), closesAt: inHours(30) });
  return id;
}

const previewOf = async (id: string) => draftPreview(moderator, await loadDraft(moderator, id));

it.each<[string, FieldValues, number]>([
  ['residents of age', { electorateKind: 'residents' }, 6],
  ['residents of any age', { electorateKind: 'residents', minimumAge: '0' }, 7],
  ['households', { electorateKind: 'residents', unit: 'household' }, 5],
  ['members', { electorateKind: 'organisations', organisationIds: ['org'] }, 3],
  [
    'households of members',
    { electorateKind: 'organisations', organisationIds: ['org'], unit: 'household' },
    2,
  ],
  [
    'a list',
    {
      electorateKind: 'list',
      listed: 'ann@example.org\nbob@example.org\nnobody@example.org\nmother@example.org',
    },
    2,
  ],
])('counts %s as the opening freezes them', async (_, electorate, votes) => {
  const id = await draftFor(electorate);
  const { electors, questions } = await previewOf(id);
  expect(electors).toEqual({ votes, listed: electorate.electorateKind === 'list' ? 4 : null });
  expect(questions.map(({ ask }) => ask)).not.toContain('nobody');
  const { revision } = await loadDraft(moderator, id);
  const ballotId = await publishDraft(moderator, id, { revision, reason: '' });
  test.clock.set(new Date(inHours(2)));
  await openAndCloseDueBallots(test.as('system'));
  const ballot = await test.database.read.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  expect(ballot.electorateSize).toBe(votes);
});

it('asks whether an electorate of nobody is meant', async () => {
  const { electors, questions } = await previewOf(
    await draftFor({ electorateKind: 'list', listed: 'a@b.cn' }),
  );
  expect(electors.votes).toBe(0);
  expect(questions.map(({ ask }) => ask)).toContain('nobody');
});

it('counts a roll once there is one', async () => {
  const id = await draftFor({ electorateKind: 'roll' });
  expect((await previewOf(id)).electors).toEqual({ votes: null, listed: null });
  const { revision } = await loadDraft(moderator, id);
  const ballotId = await publishDraft(moderator, id, { revision, reason: '' });
  await importRoll(await test.asPerson('staff1'), ballotId, rollTable);
  const change = await previewOf(await beginChange(moderator, ballotId, 'matter'));
  expect(change.electors.votes).toBe(4);
  expect(change.questions.map(({ ask }) => ask)).not.toContain('roll-empty');
});
