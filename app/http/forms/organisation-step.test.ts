import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makeAreas } from '../../../tests/factories/proposals';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { contextOfPortal } from '../../../tests/setup/posting-people';
import { remixBuild } from '../../../tests/setup/remix-build';
import { runForm } from './forms.server';
import { organisationChoices } from '~/domains/organisations/index.server';
import type { FormState } from '~/lib/form-state';

const several = z.preprocess((value) => [value ?? []].flat(), z.array(z.string()).min(2));
const schema = z.object({ title: z.string().min(3), partyIds: several });
let acted: unknown[] = [];
let portal: TestPortal;
const names = ['沙岗门诊', '中心社区居委会', '中心社区志愿队', '鎮江商會', 'Sunrise 社工站'];

beforeAll(async () => {
  const action = async (args: Parameters<typeof runForm>[0]) => {
    const answer = await runForm(args, schema, (input) => {
      acted.push(input);
      return Promise.resolve('done');
    });
    const state = typeof answer === 'string' ? null : answer.data.form;
    return Response.json({ state }, { status: typeof answer === 'string' ? 200 : answer.init?.status });
  };
  portal = await testPortal(remixBuild([{ path: 'form', page: false, action }], () => new Response()));
  const test = contextOfPortal(portal);
  await makeAreas(test);
  for (const [at, id] of names.entries())
    await makeOrganisation(test, { id, members: {}, verified: at !== 0 });
}, 60_000);
afterAll(() => portal.dispose());

/** So many more in service, elsewhere. */
async function insert(count: number, word: string) {
  const data = Array.from({ length: count }, (_, at) => ({
    ...{ id: `${word}-${at}`, kind: 'business', name: `${word}${at}`, creditCode: `${word}-${at}` },
    ...{ verifiedCode: `${word}-${at}`, areaId: '421003', about: '店铺', contact: '', state: 'verified' },
    createdAt: new Date(0),
  }));
  await portal.services.database.transaction((tx) => tx.prisma.organisation.createMany({ data }));
}

const choices = (given?: Parameters<typeof organisationChoices>[1]) =>
  organisationChoices(contextOfPortal(portal).as('visitor'), given);

async function post(fields: Record<string, string | string[]>) {
  acted = [];
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  const answer = await portal.ask('/form', { method: 'POST', body: new URLSearchParams(pairs) });
  const { state } = (await answer.json()) as { state: FormState | null };
  return { status: answer.status, state, looked: state?.organisations?.partyIds };
}
const idsOf = (rows: readonly { id: string }[] | undefined) => rows?.map(({ id }) => id);

it('all are offered where they are few, and what is held though it is out of service', async () => {
  expect(idsOf((await choices()).few ?? undefined)?.sort()).toEqual(names.slice(1).sort());
  expect((await choices({ scope: ['421003'] })).few).toEqual([]);
});

it('of many some are offered, those that are held among them, and no more for thousands than for a hundred', async () => {
  await insert(100, '店');
  const hundred = await choices({ chosen: ['店-77'] });
  expect(hundred.few).toBeNull();
  expect(hundred.known[0]).toMatchObject({ id: '店-77', name: '店77' });
  await insert(1200, '铺');
  const thousands = await choices({ chosen: ['店-77'] });
  expect(thousands.known.length).toBe(hundred.known.length);
  expect((await choices({ scope: [communityId] })).few).toHaveLength(names.length - 1);
});

it('a form sent to look comes back as typed with what was found beside what was chosen, and is not taken', async () => {
  const typed = { title: '共建协议', partyIds: ['店-3', 'Sunrise 社工站'] };
  const { status, state, looked } = await post({
    ...typed,
    'partyIds.named': '中心社区',
    'partyIds.look': '',
    'partyIds.known': '店-9',
  });
  expect(status).toBe(200);
  expect(state?.values).toMatchObject(typed);
  expect(state?.errors).toEqual({});
  expect(looked?.found).toMatchObject({ query: '中心社区', more: false });
  expect(looked?.found?.ids.sort()).toEqual(['中心社区居委会', '中心社区志愿队'].sort());
  expect(idsOf(looked?.known)).toEqual(expect.arrayContaining(['店-3', 'Sunrise 社工站', '店-9']));
  expect(acted).toEqual([]);
});

it('words that nobody looked for yet are looked for by any button, those that were looked for are not in the way', async () => {
  const chosen = { title: '共建协议', partyIds: ['店-3', '店-4'], 'partyIds.named': '店5' };
  expect((await post(chosen)).looked?.found?.ids).toContain('店-5');
  expect(acted).toEqual([]);
  await post({ ...chosen, 'partyIds.looked': '店5' });
  expect(acted).toEqual([{ title: '共建协议', partyIds: ['店-3', '店-4'] }]);
});

it('finds by every word, in either characters and case, by the credit code, the shortest name first, twenty at most', async () => {
  const find = async (query: string, more: Record<string, string> = {}) =>
    (await post({ title: '共建协议', 'partyIds.named': query, 'partyIds.look': '', ...more })).looked?.found;
  expect((await find('镇江'))?.ids).toEqual(['鎮江商會']);
  expect((await find('志愿 中心'))?.ids).toEqual(['中心社区志愿队']);
  expect((await find('sunrise'))?.ids).toEqual(['Sunrise 社工站']);
  expect((await find('店-42'))?.ids).toEqual(['店-42']);
  const many = await find('店');
  expect(many?.more).toBe(true);
  expect(many?.ids).toHaveLength(20);
  expect(many?.ids.slice(0, 3)).toEqual(['店-0', '店-1', '店-2']);
  expect((await find('店', { 'partyIds.in': communityId }))?.ids).toEqual([]);
});

it('names nobody who is not verified yet, whatever ids are sent, and bears what is sent', async () => {
  const { looked } = await post({
    title: '共建协议',
    partyIds: '沙岗门诊',
    'partyIds.named': '沙岗',
    'partyIds.look': '',
    'partyIds.known': '沙岗门诊',
  });
  expect(looked).toMatchObject({ known: [], found: { ids: [] } });
  for (const query of [
    '%',
    '_',
    "' OR 1=1 --",
    '\\',
    ' ',
    '店'.repeat(5000),
    Array(3000).fill('店').join(' '),
  ])
    expect((await post({ title: '共建协议', 'partyIds.named': query, 'partyIds.look': '' })).status).toBe(
      200,
    );
  for (const name of ['__proto__', '', 'constructor'])
    expect((await post({ title: '共建协议', [`${name}.named`]: '店' })).status).toBeLessThan(500);
  const known = Array.from({ length: 1200 }, (_, at) => `铺-${at}`).join();
  const much = await post({ title: 'x', 'partyIds.named': '', 'partyIds.known': known });
  expect(much.looked?.known).toHaveLength(200);
});
