import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { makeAreas, makePerson, makeProposal } from '../../../../tests/factories/proposals';
import { report } from '../../../../tests/factories/reports';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { mergeWithComments, undoMergeWithComments } from '../merge-with-comments.server';
import { decideReportedProposal } from '../../proposals/index.server';
import { knownSubjects } from '../../registry.server';
import { createDraft, withdrawProposal } from '../../proposals/save-proposal.server';
import { openSimilarMatters } from './open-similar-matters.server';
import type { SimilarMatters } from './open-similar-matters.server';
import { similarBeside, similarWhileTyping } from './similar-matters.query.server';

let test: TestContext;
let index: SimilarMatters;
const ids: Record<string, string> = {};

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['author', 'neighbour']) await makePerson(test, id);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  ids.lamps = await makeProposal(test, 'author', { title: '幸福巷路灯更换为节能灯' });
  ids.lift = await makeProposal(test, 'author', { title: '三号楼加装电梯' });
  ids.english = await makeProposal(test, 'author', { title: 'Mend the broken street lamps' });
  ids.feedback = await makeFeedback(test, 'neighbour', { title: '幸福巷路灯不亮' });
  ids.confidential = await makeFeedback(test, 'neighbour', { title: '幸福巷路灯的电费', isPublic: 'no' });
});
afterAll(() => test.dispose());
beforeEach(() => {
  index = openSimilarMatters(test.database, knownSubjects.compared);
});

const typing = async (title: string, except = '') =>
  (await similarWhileTyping(test.as('visitor'), index, { title, except })).map((matter) => matter.id);

it('finds proposals and feedback by a title being typed, with area and state', async () => {
  expect(await typing('幸福巷路灯')).toEqual([ids.feedback, ids.lamps]);
  expect(await similarWhileTyping(test.as('visitor'), index, { title: '电梯加装', except: '' })).toEqual([
    {
      kind: 'proposal',
      id: ids.lift,
      title: '三号楼加装电梯',
      area: expect.any(String) as string,
      state: '征集附议',
    },
  ]);
  expect(await typing('street lamp broken')).toEqual([ids.english]);
});

it('reads traditional characters as simplified ones', async () => {
  expect(await typing('三號樓加裝電梯')).toEqual([ids.lift]);
});

it('says nothing for too little, for nothing near, and never names what is being edited', async () => {
  for (const title of ['', '路灯', '   ', 'zzzz', '🚲🚲🚲🚲', 'x'.repeat(60)])
    expect(await typing(title)).toEqual([]);
  expect(await typing('三号楼加装电梯', ids.lift)).toEqual([]);
});

it('finds no draft, nothing withdrawn, hidden or confidential, whenever it became so', async () => {
  const author = await test.asPerson('author');
  const input = {
    title: '河边栈道加护栏',
    body: '河边栈道没有护栏，孩子容易落水。',
    category: 'safety' as const,
  };
  await createDraft(author, { ...input, areaId: '421002', place: '' }, []);
  expect(await typing('河边栈道加护栏')).toEqual([]);
  const first = await makeProposal(test, 'author', { title: '河边栈道加护栏' });
  const second = await makeProposal(test, 'neighbour', { title: '河边栈道要加护栏' });
  expect((await typing('河边栈道加护栏')).sort()).toEqual([first, second].sort());
  await withdrawProposal(author, first, '写重了');
  expect(await typing('河边栈道加护栏')).toEqual([second]);
  await report(test, 'author', { kind: 'proposal', id: second });
  await decideReportedProposal(await test.asPerson('moderator'), {
    proposalId: second,
    hide: true,
    reason: '内容不实',
  });
  expect(await typing('河边栈道加护栏')).toEqual([]);
});

it('follows a merge and its undoing', async () => {
  const [from, into] = [
    await makeProposal(test, 'author', { title: '菜市场门口修公厕' }),
    await makeProposal(test, 'neighbour', { title: '在菜市场门口修一座公厕' }),
  ];
  const moderator = await test.asPerson('moderator');
  const beside = async () =>
    (await similarBeside(moderator, index, [{ kind: 'proposal', id: from, title: '菜市场门口修公厕' }]))[
      from
    ]?.map((matter) => matter.id);
  expect(await beside()).toEqual([into]);
  await mergeWithComments(moderator, { fromId: from, intoId: into, reason: '同一件事' });
  expect(await typing('菜市场门口修公厕')).toEqual([into]);
  const merge = await test.database.read.proposalMerge.findFirstOrThrow({ where: { fromId: from } });
  await undoMergeWithComments(moderator, { mergeId: merge.id, reason: '还是两件事' });
  expect((await typing('菜市场门口修公厕')).sort()).toEqual([from, into].sort());
});

it('takes in what another process has written', async () => {
  expect(await typing('口袋公园增设儿童秋千')).toEqual([]);
  const other = openSimilarMatters(test.database, knownSubjects.compared);
  const id = await makeProposal(test, 'author', { title: '口袋公园增设儿童秋千' });
  const asked = { title: '口袋公园增设儿童秋千', except: '' };
  for (const each of [index, other])
    expect((await similarWhileTyping(test.as('visitor'), each, asked)).map((matter) => matter.id)).toEqual([
      id,
    ]);
});
