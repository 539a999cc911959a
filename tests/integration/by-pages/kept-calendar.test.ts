import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../factories/organisations';
import { makeAreas, makePerson } from '../../factories/proposals';
import { activity, fillShift, makeShift } from '../../factories/volunteering';
import type { TestContext } from '../../setup/context';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { cancelShift } from '~/domains/volunteering/activities/change-shift.server';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { paths } from '~/paths';

let portal: TestPortal;
let test: TestContext;
let shiftId: string;
let cookie: string;
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeAreas(test);
  for (const id of ['coordinator', 'one']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  const organiser = await test.asPerson('coordinator', 'helpers');
  shiftId = await makeShift(test, await publishOpportunity(organiser, activity), { hours: 24, capacity: 3 });
  await fillShift(test, shiftId, ['one']);
  cookie = await signedInCookie(portal, 'one');
}, 120_000);
afterAll(() => portal.dispose());

/** Has the person make a new address of their calendar, as the page does. */
async function newAddress(): Promise<string> {
  const form = { intent: 'renew', kind: 'own' };
  const page = await (await postForm(portal, { cookie, path: paths.volunteerCalendars, form })).text();
  return /\/calendar\/[\w-]+\/shifts\.ics/.exec(page)?.[0] ?? '';
}

const ask = (address: string, headers: Record<string, string> = {}) =>
  portal.ask(address, { headers: { 'Accept-Encoding': 'gzip', ...headers } });

it('a calendar is kept as pages are: unchanged it is not sent again, changed or renewed it is old at once', async () => {
  const address = await newAddress();
  const first = await ask(address);
  expect(first.headers.get('content-type')).toContain('text/calendar');
  expect(await first.text()).toContain(`UID:shift-${shiftId}@`);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  expect((await ask(address, { 'If-None-Match': tag })).status).toBe(304);

  await cancelShift(await test.asPerson('coordinator', 'helpers'), shiftId, '大雨');
  const changed = await ask(address, { 'If-None-Match': tag });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain('STATUS:CANCELLED');

  const next = await newAddress();
  expect(next).not.toBe(address);
  expect((await ask(address)).status).toBe(404);
  expect((await ask(next)).status).toBe(200);
});
