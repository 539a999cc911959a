import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { insertAreas, manyAreas } from '../../../tests/factories/many-areas';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { remixBuild } from '../../../tests/setup/remix-build';
import { runForm } from './forms.server';
import type { FormState } from '~/lib/form-state';

const schema = z.object({ title: z.string().min(5), areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice') });
let acted: unknown[] = [];
let portal: TestPortal;

beforeAll(async () => {
  const action = async (args: Parameters<typeof runForm>[0]) => {
    const answer = await runForm(args, schema, (input) => {
      acted.push(input);
      return Promise.resolve('done');
    });
    const state = typeof answer === 'string' ? null : answer.data.form;
    return Response.json(
      { state },
      { status: typeof answer === 'string' ? 200 : (answer.init?.status ?? 200) },
    );
  };
  portal = await testPortal(remixBuild([{ path: 'form', page: false, action }], () => new Response()));
  const city = { id: '4210', code: '421000000000', level: 'city', name: '荆州市', parentId: null };
  await insertAreas(portal.services.database, [city, ...manyAreas(400)]);
}, 60_000);
afterAll(() => portal.dispose());

async function post(fields: Record<string, string>): Promise<{ status: number; state: FormState | null }> {
  acted = [];
  const answer = await portal.ask('/form', { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, ...((await answer.json()) as { state: FormState | null }) };
}

const typed = { title: '路灯坏了', areaId: '' };

it('a form sent to look for an area comes back as typed with what was found, and is not taken', async () => {
  const looked = await post({ ...typed, 'areaId.find': '中心社区', 'areaId.search': '' });
  expect(looked.status).toBe(200);
  expect(looked.state?.values).toMatchObject(typed);
  expect(looked.state?.errors).toEqual({});
  expect(looked.state?.areas?.areaId?.found?.areas.map(({ name }) => name)).toContain('中心社区');
  expect(acted).toEqual([]);
});

it('the button of a level shows what lies below, and keeps what was chosen', async () => {
  const { state } = await post({
    ...typed,
    areaId: '421050',
    'areaId.find': 'x',
    'areaId.below': '421050001',
  });
  expect(state?.areas?.areaId).toMatchObject({
    chosen: { id: '421050', trail: '荆州市' },
    found: { query: '', under: { id: '421050001' } },
  });
  expect(acted).toEqual([]);
});

it('words without a choice are looked up by the other buttons, too; with a choice they are left', async () => {
  const unsure = await post({ title: '路灯不亮了', areaId: '', 'areaId.find': '中心社区' });
  expect(unsure.state?.areas?.areaId?.found?.areas.length).toBeGreaterThan(0);
  expect(acted).toEqual([]);
  await post({ title: '路灯不亮了', areaId: '421050001001', 'areaId.find': '中心社区' });
  expect(acted).toEqual([{ title: '路灯不亮了', areaId: '421050001001' }]);
});

it('a fault elsewhere comes back with the name of the area that was chosen', async () => {
  const { status, state } = await post({ ...typed, areaId: '421050001001', 'areaId.find': '' });
  expect(status).toBe(400);
  expect(state?.errors.title).toHaveLength(1);
  expect(state?.areas?.areaId?.chosen).toMatchObject({ id: '421050001001', name: '中心社区' });
});

it('stays in the scope that the form names, and bears whatever is sent', async () => {
  const looked = await post({
    ...typed,
    'areaId.find': '中心社区',
    'areaId.search': '',
    'areaId.scope': '421050002',
  });
  expect(looked.state?.areas?.areaId?.found?.areas.map(({ id }) => id.slice(0, 9))).toEqual(['421050002']);
  const odd = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}.find`, '中心']));
  const many = await post({ ...typed, ...odd });
  expect(Object.keys(many.state?.areas ?? {})).toHaveLength(5);
  for (const scope of ['x', "4210' OR 1", ',,,', '9'.repeat(3000), '4210,'.repeat(400)])
    expect(
      (await post({ ...typed, 'areaId.find': '中心', 'areaId.search': 'x', 'areaId.scope': scope })).status,
    ).toBe(200);
  for (const name of ['__proto__.find', '.find', 'constructor.find'])
    expect((await post({ ...typed, [name]: '中心' })).status).toBeLessThan(500);
});
