import type { LoaderFunction } from '@remix-run/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../factories/organisations';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { actionRoute as page, remixBuild } from '../../setup/remix-build';
import { currentCode } from '~/domains/volunteering/attendance/check-in-code.server';
import * as opportunity from '~/routes/volunteering+/$id';
import * as edit from '~/routes/volunteering+/$id_.edit';
import * as certificatePdf from '~/routes/volunteering+/certificates+/$id_.certificate[.]pdf';
import * as certificates from '~/routes/volunteering+/certificates+/index';
import * as issued from '~/routes/volunteering+/certificates+/issued';
import * as mine from '~/routes/volunteering+/mine';
import * as newOpportunity from '~/routes/volunteering+/new';
import * as roster from '~/routes/volunteering+/shifts+/$id';
import * as checkIn from '~/routes/volunteering+/shifts+/$id_.check-in';

let portal: TestPortal;
const hour = 3600_000;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  const pages = [
    page('volunteering/new', newOpportunity),
    page('volunteering/mine', mine),
    page('volunteering/certificates', certificates),
    page('volunteering/certificates/issued', issued),
    {
      path: 'volunteering/certificates/:id/certificate.pdf',
      page: false,
      loader: certificatePdf.loader as LoaderFunction,
    },
    page('volunteering/shifts/:id', roster),
    page('volunteering/shifts/:id/check-in', checkIn),
    page('volunteering/:id', opportunity),
    page('volunteering/:id/edit', edit),
  ];
  portal = await testPortal(remixBuild(pages, () => new Response('')));
  const test = contextOfPortal(portal);
  await makeAreas(test);
  for (const who of ['coordinator', 'ann', 'bob', 'walker']) await makePerson(test, who);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  for (const who of ['coordinator', 'ann', 'bob', 'walker']) cookies[who] = await signedInCookie(portal, who);
  await test.database.transaction((tx) =>
    tx.prisma.session.updateMany({
      where: { personId: 'coordinator' },
      data: { organisationId: 'helpers' },
    }),
  );
});
afterAll(() => portal.dispose());

const post = (who: string, path: string, form: Record<string, string>) =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form });

async function ok(who: string, path: string, form: Record<string, string>): Promise<string> {
  const answer = await post(who, path, form);
  expect(answer.status, `${who} at ${path}: ${(await answer.clone().text()).slice(0, 500)}`).toBe(302);
  return answer.headers.get('Location') ?? '';
}

const activity = {
  ...{ title: '路灯巡查队', body: '晚上走一圈，记下不亮的灯。', areaId: communityId, risks: '走路小心' },
  ...{ minimumAge: '0', questions: '有手电筒吗', contact: '李老师 13800000000' },
};
const wall = (instant: Date) => new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 16);

it('an organisation drafts, publishes, fills, changes and checks in by its forms, and certifies', async () => {
  const test = contextOfPortal(portal);
  const { read } = test.database;
  const uninsured = await post('coordinator', '/volunteering/new', { ...activity, dangerous: 'on' });
  expect(uninsured.status).toBe(400);
  const path = await ok('coordinator', '/volunteering/new', { ...activity, keep: 'draft' });
  await ok('coordinator', path, { intent: 'publish' });
  await ok('coordinator', `${path}/edit`, { ...activity, place: '东门' });
  const now = test.clock.now();
  const start = new Date(Math.ceil(now.getTime() / 60_000) * 60_000 + 40 * 60_000);
  const times = { startsAt: wall(start), endsAt: wall(new Date(start.getTime() + 2 * hour)) };
  const ends = { startsAt: times.endsAt, endsAt: times.startsAt };
  expect((await post('coordinator', path, { intent: 'add-shift', capacity: '1', ...ends })).status).toBe(400);
  const impossible = { ...times, startsAt: '2027-02-30T09:00' };
  expect(
    (await post('coordinator', path, { intent: 'add-shift', capacity: '1', ...impossible })).status,
  ).toBe(400);
  await ok('coordinator', path, { intent: 'add-shift', capacity: '1', ...times });
  const shift = await read.shift.findFirstOrThrow();
  const shiftId = shift.id;
  expect((await post('ann', path, { intent: 'sign-up', shiftId })).status).toBe(400);
  for (const who of ['ann', 'bob']) await ok(who, path, { intent: 'sign-up', shiftId, answer0: '有' });
  expect((await post('ann', path, { intent: 'change-shift', shiftId, capacity: '2', ...times })).status).toBe(
    403,
  );
  await ok('coordinator', path, { intent: 'change-shift', shiftId, capacity: '2', place: '西门', ...times });
  await ok('bob', path, { intent: 'accept', shiftId });
  const here = `/volunteering/shifts/${shiftId}/check-in`;
  const code = () => currentCode(test.as('system'), shiftId).code;
  expect((await post('ann', here, { intent: 'check-in', code: '12345' })).status).toBe(400);
  await ok('ann', here, { intent: 'check-in', code: code() });
  await ok('ann', here, { intent: 'check-in', code: code() });
  expect((await post('walker', here, { intent: 'check-in', code: code() })).status).toBe(409);
  await ok('walker', here, { intent: 'check-in', code: code(), walkIn: 'on' });
  const list = `/volunteering/shifts/${shiftId}`;
  const rowOf = (personId: string) =>
    read.signUp.findUniqueOrThrow({ where: { shiftId_personId: { shiftId, personId } } });
  await ok('coordinator', list, { intent: 'tick', signUpId: (await rowOf('bob')).id, what: 'in' });
  await ok('coordinator', list, { intent: 'write', body: '请带水杯' });
  await test.database.transaction((tx) =>
    tx.prisma.shift.update({
      where: { id: shiftId },
      data: { startsAt: new Date(now.getTime() - 3 * hour), endsAt: new Date(now.getTime() - hour) },
    }),
  );
  const late = { intent: 'attendance', signUpId: (await rowOf('ann')).id, attended: 'yes', hours: '2' };
  expect((await post('coordinator', list, late)).status).toBe(400);
  await ok('coordinator', list, { ...late, reason: '全程在场，忘了签退' });
  await ok('ann', '/volunteering/mine', {
    intent: 'object',
    signUpId: late.signUpId,
    words: '我多留了半小时',
  });
  await ok('coordinator', list, { intent: 'answer', signUpId: late.signUpId, words: '签到表上是这样' });
  expect(
    await ok('ann', '/volunteering/certificates', { organisationId: 'helpers', realName: '陈桂兰' }),
  ).toMatch(/^\/volunteering\/certificates\/[0-9A-Z]{26}$/);
  expect((await post('bob', '/volunteering/certificates', { organisationId: 'helpers' })).status).toBe(409);
  const { id: certificateId } = await read.volunteerCertificate.findFirstOrThrow();
  const wrong = { certificateId, reason: '时长有误，已更正' };
  const issuedList = '/volunteering/certificates/issued';
  expect((await post('bob', issuedList, wrong)).status).toBe(403);
  expect((await post('coordinator', issuedList, { certificateId, reason: '' })).status).toBe(400);
  await ok('coordinator', issuedList, wrong);
  expect(await read.volunteerCertificate.findFirstOrThrow()).toMatchObject({ revokedBy: 'coordinator' });
});

const pdfFor = (who: string, id: string, accept = 'application/pdf') =>
  portal.ask(`/volunteering/certificates/${id}/certificate.pdf`, {
    headers: { Cookie: cookies[who] ?? '', Accept: accept },
    redirect: 'manual',
  });

it('a certificate as a file is for its person alone, and a refusal says in words why there is none', async () => {
  const certificateOf = async (realName: string) => {
    const form = { organisationId: 'helpers', realName };
    return (await ok('ann', '/volunteering/certificates', form)).split('/').at(-1) ?? '';
  };
  const id = await certificateOf('陈桂兰');
  const file = await pdfFor('ann', id);
  expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  for (const who of ['bob', 'coordinator']) expect((await pdfFor(who, id)).status, who).toBeGreaterThan(400);
  const without = await certificateOf('陈\u{1F984}<b>');
  const refused = await pdfFor('ann', without);
  expect([refused.status, refused.headers.get('X-Refusal')]).toEqual([400, null]);
  expect(await refused.text()).toContain('\u{1F984}');
  const page = await (await pdfFor('ann', without, 'text/html')).text();
  expect(page).toContain('\u{1F984}');
  expect(page).not.toContain('<b>');
});
