import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makePerson, makeProposal, proposalInput } from '../../factories/proposals';
import { makeOffices } from '../../factories/work-orders';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import type { TestContext } from '../../setup/context';
import { wholeBuild } from '../../setup/whole-build';
import { openCalendar } from '~/domains/workorders/clocks/deadline-settings.server';

let portal: TestPortal;
let test: TestContext;
const cookies: Record<string, string> = { visitor: '' };
beforeAll(async () => {
  portal = await testPortal(await wholeBuild(), { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makeOffices(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'author');
  for (const who of ['top', 'district', 'author', 'moderator'])
    cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

const page = async (who: string, path: string) =>
  (await portal.ask(path, { headers: { Cookie: cookies[who] ?? '' } })).text();
const post = (who: string, path: string, form: Record<string, string>) =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form });

describe('how many endorsements a proposal needs', () => {
  const path = '/administration/thresholds';
  const say = (who: string, areaId: string, count: string) =>
    post(who, path, { intent: 'set', areaId, count, reason: '居民人数少' });
  const thresholdOf = async (id: string) =>
    (await test.database.read.proposal.findUniqueOrThrow({ where: { id } })).threshold;

  it('is what the configuration says, until an administrator says it of the area or one above', async () => {
    expect(await page('district', path)).toContain('都没有规定的，是 20 人');
    expect(await thresholdOf(await makeProposal(test, 'author'))).toBe(20);
    expect((await say('district', '421002', '8')).status).toBe(302);
    expect(await thresholdOf(await makeProposal(test, 'author'))).toBe(8);
    expect((await say('top', communityId, '３')).status).toBe(302);
    const gathering = await makeProposal(test, 'author');
    expect(await thresholdOf(gathering)).toBe(3);
    const shown = await page('district', path);
    for (const words of ['青石社区', '沙市区', '居民人数少']) expect(shown).toContain(words);
    expect(await page('visitor', `/areas/${communityId}/names`)).toContain('要得到 3 人附议');
    const form = { intent: 'drop', areaId: communityId, reason: '恢复全区统一' };
    expect((await post('district', path, form)).status).toBe(302);
    // What is gathered for stays as it was said.
    expect(await thresholdOf(gathering)).toBe(3);
    expect(await thresholdOf(await makeProposal(test, 'author'))).toBe(8);
    expect((await post('district', path, form)).status).toBe(404);
  });

  it('is theirs alone to say, in their areas, and each bad entry is named', async () => {
    expect((await portal.ask(path, { headers: { Cookie: cookies.author ?? '' } })).status).toBe(403);
    for (const [who, areaId] of [
      ['author', communityId],
      ['moderator', communityId],
      ['district', '421003'],
      ['district', '4210'],
    ] as const)
      expect((await say(who, areaId, '5')).status, `${who} ${areaId}`).toBe(403);
    for (const count of ['0', '', '1.5', '1E+02', '很多'])
      expect((await say('top', '4210', count)).status, count).toBe(400);
    expect(proposalInput.areaId).toBe(communityId);
  });
});

describe('working hours', () => {
  const path = '/work-orders/deadlines';
  const revisionIn = (html: string) => {
    const [, form = ''] = html.split('value="hours"');
    return (
      /name="revision" value="([^"]*)"/.exec(form)?.[1] ??
      /value="([^"]*)" name="revision"/.exec(form)?.[1] ??
      ''
    );
  };
  const say = async (who: string, hours: string, revision?: string) =>
    post(who, path, {
      ...{ intent: 'hours', hours, source: '政府办〔2026〕8号' },
      revision: revision ?? revisionIn(await page('top', path)),
    });

  it('are said by those who administer the whole portal, for all to see, and count from then on', async () => {
    expect(await page('visitor', path)).toContain('工作日 09:00-12:00,13:30-17:30');
    expect(await page('district', path)).not.toContain('修改工作时间');
    expect((await say('district', '08:00-12:00')).status).toBe(403);
    expect((await say('top', '08：30－12：00、14:30-18:00')).status).toBe(302);
    for (const words of ['工作日 08:30-12:00,14:30-18:00', '政府办〔2026〕8号'])
      expect(await page('visitor', path)).toContain(words);
    const calendar = await openCalendar(test.as('system'));
    expect(calendar.dayLength).toBe(7 * 3600_000);
  });

  it('are refused where they are no hours, and where somebody has changed them meanwhile', async () => {
    for (const hours of ['', '9-17', '12:00-09:00', '09:00-12:00,11:00-17:00', '25:00-26:00']) {
      const refused = await say('top', hours);
      expect(refused.status, hours).toBe(400);
      expect(await refused.text()).toContain('09:00-12:00,13:30-17:30');
    }
    const old = revisionIn(await page('top', path));
    expect((await say('top', '09:00-17:00')).status).toBe(302);
    expect((await say('top', '10:00-16:00', old)).status).toBe(409);
    expect(await page('visitor', path)).toContain('工作日 09:00-17:00');
  });
});
