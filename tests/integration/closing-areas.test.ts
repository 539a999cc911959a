import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBallot } from '../factories/ballots';
import { feedbackInput, makeFeedback } from '../factories/feedback';
import { communityId, makePerson, makeProposal, proposalInput } from '../factories/proposals';
import { gridId, makeOffices } from '../factories/work-orders';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { contextOfPortal, postForm, signedInCookie } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { wholeBuild } from '../setup/whole-build';
import { submitFeedback } from '~/domains/feedback/submit-feedback.server';
import { cancelBallot } from '~/domains/ballots/organising/cancel-ballot.server';
import { decideResidence, requestResidence } from '~/domains/identity/residence/residence.server';

let portal: TestPortal;
let test: TestContext;
const into = '421002001002';
const otherDistrict = '421003';
const reason = '区政府〔2026〕12号批复';
const cookies: Record<string, string> = { visitor: '' };

async function livesIn(who: string, areaId: string): Promise<void> {
  await requestResidence(await test.asPerson(who), {
    areaId,
    address: '东门路 12 号 301 室',
    birthYear: 1970,
  });
  const { id } = await test.database.read.residenceVerification.findFirstOrThrow({
    where: { personId: who, state: 'waiting' },
  });
  await decideResidence(await test.asPerson('moderator'), { id, confirm: true, reason: '已核对' });
}

beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeOffices(test);
  const area = { id: into, code: into, level: 'community', name: '白石社区', parentId: into.slice(0, 9) };
  await test.database.transaction((tx) => tx.prisma.area.create({ data: area }));
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'here', { role: 'administrator', areaId: communityId });
  await makePerson(test, 'of-closed', { role: 'moderator', areaId: communityId });
  await makePerson(test, 'of-successor', { role: 'moderator', areaId: into });
  for (const who of ['author', 'wife', 'husband', 'waiting']) await makePerson(test, who);
  await livesIn('wife', communityId);
  for (const who of ['top', 'here', 'author', 'of-successor', 'wife'])
    cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

const page = async (who: string, path: string) =>
  (await portal.ask(path, { headers: { Cookie: cookies[who] ?? '' } })).text();
const close = (who: string, areaId: string, successorId: string) =>
  postForm(portal, {
    cookie: cookies[who] ?? '',
    path: `/areas/${areaId}/names`,
    form: { intent: 'close', successorId, reason },
  });
const read = () => test.database.read;
const rolesOf = async (personId: string) =>
  (await read().roleHeld.findMany({ where: { personId } })).map(({ areaId }) => areaId);

it('is for administrators of both areas, and into another of the level', async () => {
  expect((await close('here', communityId, into)).status).toBe(403);
  for (const [successor, words] of [
    [communityId, '请选同一级的另一个区域'],
    ['421002', '请选同一级的另一个区域'],
    ['421002009009', '没有这个区域'],
  ] as const) {
    const refused = await close('top', communityId, successor);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(words);
  }
});

it('waits for the areas below and for ballots, and says for how many', async () => {
  const ballot = await makeBallot(test, { areaId: communityId });
  const form = await page('top', `/areas/${communityId}/names`);
  for (const words of ['下面还有 1 个区域', '还有 1 个表决没有结束']) expect(form).toContain(words);
  const refused = await close('top', communityId, into);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('下面还有 1 个区域');
  await test.database.transaction((tx) => tx.prisma.area.delete({ where: { id: gridId } }));
  const waits = await close('top', communityId, into);
  expect(await waits.text()).toContain('还有 1 个表决没有结束');
  await cancelBallot(await test.asPerson('moderator'), ballot.id, '撤并在即，另行组织');
});

it('what is open goes on with the successor’s officers; offices, requests and residents move and are told', async () => {
  const proposal = await makeProposal(test, 'author');
  const feedback = await makeFeedback(test, 'author');
  await requestResidence(await test.asPerson('waiting'), {
    ...{ areaId: communityId, address: '东门路 1 号', birthYear: 1980 },
  });
  expect((await close('top', communityId, into)).status).toBe(302);
  expect(await rolesOf('of-closed')).toEqual([into]);
  const request = await read().residenceVerification.findFirstOrThrow({ where: { personId: 'waiting' } });
  expect(request.areaId).toBe(into);
  await runJobs(test);
  const told = (type: string, personId: string) => read().notification.count({ where: { type, personId } });
  expect(await told('role.moved', 'of-closed')).toBe(1);
  expect(await told('residence.area-closed', 'wife')).toBe(1);
  expect(await page('wife', '/inbox')).toContain('您的居住地已转到“白石社区”');
  const wife = await read().person.findUniqueOrThrow({ where: { id: 'wife' } });
  expect(wife.residenceAreaId).toBe(into);
  await livesIn('husband', into);
  const husband = await read().person.findUniqueOrThrow({ where: { id: 'husband' } });
  expect(husband.householdKey).toBe(wife.householdKey);
  const answer = await postForm(portal, {
    ...{ cookie: cookies['of-successor'] ?? '', path: `/proposals/${proposal}` },
    form: { intent: 'answer', decision: 'answer', answer: '由白石社区接续办理。' },
  });
  expect(answer.status).toBe(302);
  expect(await page('of-successor', '/moderation')).toContain(
    (await read().feedback.findUniqueOrThrow({ where: { id: feedback } })).title,
  );
});

it('nothing new begins there, and the refusal names the successor', async () => {
  await expect(
    submitFeedback(await test.asPerson('author'), { ...feedbackInput, areaId: communityId }, []),
  ).rejects.toMatchObject({
    field: 'areaId',
    reason: 'territory.closed-into',
    params: { successor: '白石社区' },
  });
  const refused = await postForm(portal, {
    ...{ cookie: cookies.author ?? '', path: '/proposals/new' },
    form: { ...proposalInput, latitude: '', longitude: '', act: 'publish', mainAct: 'publish' },
  });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('这个区域已经并入“白石社区”，请选择它。');
});

it('its page says where it went, the successor’s which came, and the history of both why', async () => {
  expect(await page('visitor', `/areas/${communityId}`)).toContain('这个区域已撤并，由“白石社区”接续');
  expect(await page('visitor', `/areas/${into}`)).toContain('由此并入');
  for (const id of [communityId, into])
    expect(await page('visitor', `/areas/${id}/names`)).toContain(`“青石社区”并入“白石社区”：${reason}`);
  expect(await page('visitor', '/areas/421002001')).toContain('（已撤并）');
  expect(await page('author', '/feedback/new')).not.toContain(`value="${communityId}"`);
  expect((await close('top', communityId, into)).status).toBe(409);
});

it('a further closing leads on: the last successor’s officers go on with both', async () => {
  const third = '421002001003';
  const area = { id: third, code: third, level: 'community', name: '红石社区', parentId: third.slice(0, 9) };
  await test.database.transaction((tx) => tx.prisma.area.create({ data: area }));
  await makePerson(test, 'of-third', { role: 'moderator', areaId: third });
  expect((await close('top', into, third)).status).toBe(302);
  await runJobs(test);
  const { actor } = await test.asPerson('of-third');
  const held = actor.kind === 'person' ? actor.roles.map(({ areaId }) => areaId) : [];
  expect(held.sort()).toEqual([communityId, into, third]);
  const wife = await read().person.findUniqueOrThrow({ where: { id: 'wife' } });
  expect(wife.residenceAreaId).toBe(third);
  expect((await close('top', '421002', otherDistrict)).status).toBe(409);
});
