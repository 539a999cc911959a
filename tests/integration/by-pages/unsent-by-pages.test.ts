import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { feedbackInput } from '../../factories/feedback';
import { makeAreas, makePerson } from '../../factories/proposals';
import type { TestContext } from '../../setup/context';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { actionRoute, remixBuild } from '../../setup/remix-build';
import { withdrawFeedback } from '~/domains/feedback/withdraw-feedback.server';
import * as page from '~/routes/feedback+/new';
import * as unsent from '~/routes/feedback+/unsent';

let portal: TestPortal;
let test: TestContext;
let asker: string;
let other: string;
beforeAll(async () => {
  const routes = [
    { ...actionRoute('feedback/new', page), loader: () => Response.json({}) },
    actionRoute('feedback/unsent', unsent),
  ];
  portal = await testPortal(
    remixBuild(routes, () => new Response('')),
    { RATE_LIMITS: 'false' },
  );
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'asker');
  await makePerson(test, 'other');
  [asker, other] = await Promise.all([signedInCookie(portal, 'asker'), signedInCookie(portal, 'other')]);
});
afterAll(() => portal.dispose());

const all = () => test.database.read.feedback.findMany({ select: { id: true, authorId: true } });
let opened = '';
let title = '';
let turn = 0;
beforeEach(() => {
  turn += 1;
  opened = String(test.clock.now().getTime() - 60_000);
  title = `路灯坏了，第 ${turn} 回`;
});

const send = (path: string, cookie = asker, more: Record<string, string> = {}) =>
  postForm(portal, { cookie, path, form: { ...feedbackInput, title, opened, sender: 'asker/', ...more } });
const byPage = () => send('/feedback/new');
const fromPhone = (cookie?: string, more?: Record<string, string>) => send('/feedback/unsent', cookie, more);
const idOf = async (answer: Response) => {
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { id: string }).id;
};
const count = () => test.database.read.feedback.count({ where: { title } });

/** The marks of what was done some minutes ago are gone. */
const forgetMarks = () => test.database.transaction((tx) => tx.prisma.doneAct.deleteMany({}));

it('what came before its answer was lost is taken once, however late it is sent again', async () => {
  expect((await byPage()).status).toBe(302);
  const [first] = (await all()).slice(-1);
  expect(await idOf(await fromPhone())).toBe(first?.id);
  await forgetMarks();
  expect(await idOf(await fromPhone())).toBe(first?.id);
  expect(await count()).toBe(1);
});

it('many at once are one', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, async () => idOf(await fromPhone())));
  expect(new Set(ids).size).toBe(1);
  expect(await count()).toBe(1);
});

it('other words of the same form are another, as are the same of a form that is opened later', async () => {
  const first = await idOf(await fromPhone());
  expect(await idOf(await fromPhone(asker, { body: `${feedbackInput.body}还有一盏。` }))).not.toBe(first);
  await forgetMarks();
  const later = String(test.clock.now().getTime() + 60_000);
  expect(await idOf(await fromPhone(asker, { opened: later }))).not.toBe(first);
  expect(await count()).toBe(3);
});

it('what was withdrawn can be sent anew', async () => {
  const first = await idOf(await fromPhone());
  await withdrawFeedback(await test.asPerson('asker'), first);
  expect(await idOf(await fromPhone())).not.toBe(first);
});

it('is taken of whoever wrote it, and of nobody else', async () => {
  const refused = await fromPhone(other);
  expect([refused.status, await refused.json()]).toEqual([409, { otherSender: true }]);
  const organisation = await fromPhone(asker, { sender: 'asker/some-organisation' });
  expect(organisation.status).toBe(409);
  const visitor = await portal.ask('/feedback/unsent', { method: 'POST', redirect: 'manual' });
  expect([visitor.status, visitor.headers.get('X-Signed-Out')]).toEqual([303, 'yes']);
  expect(await count()).toBe(0);
});

it('is refused in words, at its field', async () => {
  const refused = await fromPhone(asker, { body: '短' });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ form: { errors: { body: [expect.any(String)] } } });
  const strange = await fromPhone(asker, { opened: '-1; DROP' });
  expect(strange.status).toBe(200);
});
