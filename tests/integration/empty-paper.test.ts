import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate, makeVoter, openBallotOf } from '../factories/ballots';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import type { Context } from '~/domains/context';
import { action as ballotAction } from '~/routes/ballots+/$id';
import { action as counterAction } from '~/routes/ballots+/$id_.counter';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  await makeVoter(test, 'fay');
});
afterAll(() => test.dispose());

type Action = typeof ballotAction | typeof counterAction;

/** What the route's action answers to the posted fields: its status, where it leads, and the form as it comes back. */
async function post(act: Action, ctx: Context, id: string, fields: [string, string][]) {
  const request = new Request(`http://portal.test/ballots/${id}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const context = { context: ctx, sessionToken: null, flash: null } as never;
  const answer: unknown = await act({ request, params: { id }, context });
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get('Location'), form: null };
  const { data, init } = answer as {
    data: { form?: { values: Record<string, unknown>; errors: Record<string, string[]> } };
    init: ResponseInit | null;
  };
  return { status: init?.status ?? 200, to: null, form: data.form ?? null };
}

const papersOf = async (id: string) =>
  (await test.database.read.ballot.findUniqueOrThrow({ where: { id } })).votedCount;

it('asks whether an empty paper is meant, with what was typed, and takes it once that is said', async () => {
  const { id } = await openBallotOf(test, { kind: 'approval', maximumChoices: '2' });
  const ann = await test.asPerson('ann');
  const asked = await post(ballotAction, ann, id, [
    ['intent', 'vote'],
    ['note', 'typed'],
  ]);
  expect(asked).toMatchObject({
    status: 400,
    form: { errors: { blank: ['您一项也没选，确定投空白票吗？'] }, values: { note: 'typed' } },
  });
  expect(await papersOf(id)).toBe(0);
  const meant = await post(ballotAction, ann, id, [
    ['intent', 'vote'],
    ['blank', 'yes'],
  ]);
  expect(meant).toMatchObject({ status: 302, to: `/ballots/${id}` });
  expect(await papersOf(id)).toBe(1);
});

it('refuses a paper without a choice where one is to be chosen, at the field, from visitors as well', async () => {
  const { id } = await openBallotOf(test);
  for (const ctx of [await test.asPerson('ann'), test.as('visitor')])
    for (const fields of [[], [['blank', 'yes']], [['option', '']]] as [string, string][][]) {
      const answer = await post(ballotAction, ctx, id, [['intent', 'vote'], ...fields]);
      expect(answer).toMatchObject({ status: 400, to: null });
      expect(Object.keys(answer.form?.errors ?? {})).toEqual(['option']);
    }
  expect(await papersOf(id)).toBe(0);
});

it('asks at the counter, too', async () => {
  const { id } = await openBallotOf(test, { kind: 'score', maximumScore: '3' });
  const staff = await test.asPerson('staff1');
  const asked = await post(counterAction, staff, id, [
    ['intent', 'vote'],
    ['person', 'fay'],
  ]);
  expect(Object.keys(asked.form?.errors ?? {})).toEqual(['blank']);
  expect(await papersOf(id)).toBe(0);
  const meant = await post(counterAction, staff, id, [
    ['intent', 'vote'],
    ['person', 'fay'],
    ['blank', 'yes'],
  ]);
  expect(meant.status).toBe(200);
  expect(await papersOf(id)).toBe(1);
});
