import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate, openBallotOf } from '../../factories/ballots';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { actionRoute as page, remixBuild } from '../../setup/remix-build';
import { handOutPaper } from '~/domains/ballots/casting/assist-voter.server';
import { openAndCloseDueBallots } from '~/domains/ballots/organising/due-ballots.server';
import * as sheets from '~/routes/ballots+/$id_.sheets';

let portal: TestPortal;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  portal = await testPortal(remixBuild([page('ballots/:id/sheets', sheets)], () => new Response('')));
  await makeElectorate(contextOfPortal(portal));
  for (const who of ['staff1', 'staff2', 'ann']) cookies[who] = await signedInCookie(portal, who);
});
afterAll(() => portal.dispose());

it('a sheet under a mistyped number is taken back with a reason, and the ballot can be counted', async () => {
  const test = contextOfPortal(portal);
  const ballot = await openBallotOf(test, { paperVoting: 'on' });
  await handOutPaper(await test.asPerson('staff1'), ballot.id, 'ann');
  const post = (who: string, form: Record<string, string>) =>
    postForm(portal, { cookie: cookies[who] ?? '', path: `/ballots/${ballot.id}/sheets`, form });
  const option = ballot.options[0] ?? '';
  const enter = (who: string, number: string) => post(who, { intent: 'enter', number, option });
  const complete = () => post('staff1', { intent: 'complete' });
  for (const [who, number] of [
    ['staff1', '21'],
    ['staff1', '12'],
    ['staff2', '12'],
  ] as const)
    expect((await enter(who, number)).status).toBe(200);
  await test.database.transaction((tx) =>
    tx.prisma.ballot.update({ where: { id: ballot.id }, data: { closesAt: test.clock.now() } }),
  );
  await openAndCloseDueBallots(test.as('system'));
  expect((await complete()).status).toBe(409);
  // Read by two as well it would be more sheets than were handed out: there was no way on.
  const withdraw = { intent: 'withdraw', withdrawn: '21', reason: '编号录错，应为 12 号' };
  expect((await post('ann', withdraw)).status).toBe(403);
  const faults: [Record<string, string>, string][] = [
    [{ reason: '' }, 'reason'],
    [{ withdrawn: '' }, 'withdrawn'],
    [{ withdrawn: '99' }, 'withdrawn'],
  ];
  for (const [wrong, field] of faults) {
    const refused = await post('staff1', { ...withdraw, ...wrong });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      form: { errors: { [field]: expect.anything() as unknown } },
    });
  }
  expect((await post('staff1', withdraw)).status).toBe(302);
  expect(
    await test.database.read.event.findMany({ where: { type: 'ballot.sheet-withdrawn' } }),
  ).toMatchObject([{ isPublic: true, subjectId: ballot.id }]);
  expect((await complete()).status).toBe(302);
  expect((await post('staff1', { ...withdraw, withdrawn: '12' })).status).toBe(403);
});
