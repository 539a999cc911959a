import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeedback } from '../factories/feedback';
import { communityId, makeAreas, makePerson } from '../factories/proposals';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { contextOfPortal, postForm, signedInCookie } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { wholeBuild } from '../setup/whole-build';
import { decideResidence, requestResidence } from '~/domains/identity/residence/residence.server';

let portal: TestPortal;
let test: TestContext;
const into = '421002001002';
const reason = '批复有误，予以恢复';
const cookies: Record<string, string> = { visitor: '' };

async function livesIn(who: string, areaId: string): Promise<void> {
  await requestResidence(await test.asPerson(who), {
    ...{ areaId, address: '东门路 12 号 301 室', birthYear: 1970 },
  });
  const { id } = await read().residenceVerification.findFirstOrThrow({
    where: { personId: who, state: 'waiting' },
  });
  await decideResidence(await test.asPerson('top'), { id, confirm: true, reason: '已核对' });
}
const read = () => test.database.read;
const person = (id: string) => read().person.findUniqueOrThrow({ where: { id } });
const page = async (who: string, path: string) =>
  (await portal.ask(path, { headers: { Cookie: cookies[who] ?? '' } })).text();
const post = (who: string, areaId: string, form: Record<string, string>) =>
  postForm(portal, { cookie: cookies[who] ?? '', path: `/areas/${areaId}/names`, form: { reason, ...form } });
const close = () => post('top', communityId, { intent: 'close', successorId: into });
const reopen = (who = 'top') => post(who, communityId, { intent: 'reopen' });

beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeAreas(test);
  const area = { id: into, code: into, level: 'community', name: '白石社区', parentId: into.slice(0, 9) };
  await test.database.transaction((tx) => tx.prisma.area.create({ data: area }));
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'of-successor', { role: 'administrator', areaId: into });
  await makePerson(test, 'of-closed', { role: 'moderator', areaId: communityId });
  for (const who of ['wife', 'neighbour', 'moved']) await makePerson(test, who);
  await livesIn('wife', communityId);
  await livesIn('neighbour', into);
  await livesIn('moved', communityId);
  for (const who of ['top', 'of-successor', 'wife']) cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

it('there is nothing to open again where nothing is closed', async () => {
  const refused = await reopen();
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('这个区域没有撤并');
});

it('a closed area is opened again by a page: things begin in it, and who lives there comes back', async () => {
  const before = await person('wife');
  const feedback = await makeFeedback(test, 'wife');
  expect((await close()).status).toBe(302);
  await runJobs(test);
  expect((await person('wife')).residenceAreaId).toBe(into);
  await livesIn('moved', into);
  expect(await page('top', `/areas/${communityId}/names`)).toContain('恢复这个区域');
  expect(await page('wife', `/areas/${communityId}/names`)).not.toContain('恢复这个区域');
  expect((await post('top', communityId, { intent: 'reopen', reason: '' })).status).toBe(400);
  expect((await reopen('wife')).status).toBe(403);
  expect((await reopen()).status).toBe(302);
  await runJobs(test);
  const after = await person('wife');
  expect([after.residenceAreaId, after.householdKey]).toEqual([before.residenceAreaId, before.householdKey]);
  // Who lived in the other area, or has had a home confirmed there since, stays.
  for (const who of ['neighbour', 'moved']) expect((await person(who)).residenceAreaId).toBe(into);
  expect(await page('wife', '/inbox')).toContain('“青石社区”恢复了：您的居住地已从“白石社区”转回“青石社区”');
  expect((await read().feedback.findUniqueOrThrow({ where: { id: feedback } })).areaId).toBe(communityId);
  await expect(makeFeedback(test, 'wife', { title: '恢复以后的新诉求' })).resolves.toBeTruthy();
  for (const id of [communityId, into])
    expect(await page('visitor', `/areas/${id}/names`)).toContain(
      `“青石社区”恢复，不再并入“白石社区”：${reason}`,
    );
  expect(await page('visitor', `/areas/${communityId}`)).not.toContain('已撤并');
});

it('closed once more its residents go over again; what is opened before they have gone keeps them', async () => {
  expect((await close()).status).toBe(302);
  expect((await reopen()).status).toBe(302);
  await runJobs(test);
  expect((await person('wife')).residenceAreaId).toBe(communityId);
  expect((await close()).status).toBe(302);
  await runJobs(test);
  expect((await person('wife')).residenceAreaId).toBe(into);
  await test.database.transaction((tx) =>
    tx.prisma.area.update({
      where: { id: '421002001' },
      data: { closedAt: new Date(), successorId: '421002002' },
    }),
  );
  const refused = await reopen();
  expect(refused.status).toBe(409);
});
