import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameMark, publishedPortal } from './setup/published-portal';
import { makeProposal } from '../factories/proposals';
import type { TestContext } from '../setup/context';
import type { TestPortal } from '../setup/portal';
import { keyOfSubject } from '~/domains/ledger/index.server';
import { knownSubjects } from '~/domains/registry.server';
import { subjectServers } from '~/domains/subjects.server';
import { subjects } from '~/domains/subjects';

interface Operation {
  parameters: { name: string; schema: { enum?: string[] } }[];
  responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }>;
}
interface Document {
  paths: Record<string, { get: Operation }>;
}
interface Page {
  items: ({ id: string } & Record<string, unknown>)[];
  next: string | null;
}

let portal: TestPortal;
let test: TestContext;
let document: Document & Record<string, unknown>;
let ajv: Ajv2020;

beforeAll(async () => {
  ({ portal, test } = await publishedPortal());
  document = (await (await get('/openapi.json')).json()) as typeof document;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
}, 600_000);
afterAll(() => portal.dispose());

const base = '/api/v1';
const get = (path: string, headers: Record<string, string> = {}) => portal.ask(base + path, { headers });
const contentType = (response: Response) => (response.headers.get('Content-Type') ?? '').split(';')[0] ?? '';

/** What an answer breaks of the document: of its status, its type, its form. */
function faultsOf(path: string, response: Response, body: unknown): string[] {
  const { content = {} } = document.paths[path]?.get.responses[response.status] ?? {};
  const schema = content[contentType(response)]?.schema;
  if (!schema) return [`${path}: ${response.status} ${contentType(response)} is not in the document`];
  const validate = ajv.compile({ $ref: schema.$ref.replace('#', 'api#') });
  return validate(body) ? [] : [`${path}: ${ajv.errorsText(validate.errors)}`];
}

async function ask(path: string, address: string): Promise<{ response: Response; body: unknown }> {
  const response = await get(address);
  const body: unknown = await response.json();
  expect(faultsOf(path, response, body)).toEqual([]);
  return { response, body };
}

/** Every item of a list, page by page. */
async function readAll(path: string, query: string): Promise<Page['items']> {
  const items: Page['items'] = [];
  for (let address: string | null = `${path}?${query}`; address !== null;) {
    const { response, body } = await ask(path, address);
    expect(response.status).toBe(200);
    const { items: some, next } = body as Page;
    items.push(...some);
    expect(response.headers.get('Link')).toBe(next === null ? null : `<${next}>; rel="next"`);
    address = next === null ? null : next.slice(next.indexOf(base) + base.length);
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  return items;
}

/** Of things that are called otherwise outside, their own ids by those names. */
async function outsideIds(name: string): Promise<Map<string, string>> {
  const statements = name === 'statements' ? await test.database.read.statement.findMany() : [];
  return new Map(statements.map(({ id, conversationId, number }) => [`${conversationId}-${number}`, id]));
}

const lists = () => Object.keys(document.paths).filter((path) => !path.includes('{'));
const collections = [...knownSubjects.published.values()];

describe('the document', () => {
  it('is valid OpenAPI 3.1, by another validator', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  it('says in words what each field holds, in both languages', async () => {
    for (const language of ['zh-CN', 'en']) {
      const text = await (await get('/openapi.json', { 'Accept-Language': language })).text();
      expect(text).not.toContain('"description":""');
      expect(text).not.toContain('undefined');
    }
    const english = await (await get('/openapi.json', { 'Accept-Language': 'en' })).text();
    expect(english).not.toMatch(/\p{Script=Han}/u);
  });

  it('names each kind that its manifest says is given out, and no other', () => {
    const named = subjects.flatMap(({ kinds }) =>
      Object.entries(kinds).flatMap(([kind, { published }]) => (published === true ? [kind] : [])),
    );
    const given = new Set(collections.flatMap(({ kind }) => kind ?? []));
    expect([...given].sort()).toEqual(named.sort());
    expect(lists()).toEqual(collections.map(({ name }) => `/${name}`));
  });
});

describe('each collection', () => {
  it.each(collections.map(({ name }) => name))('%s answers as the document says', async (name) => {
    const path = `/${name}`;
    const items = await readAll(path, 'limit=7');
    expect(items.length).toBeGreaterThan(0);
    for (const item of items.slice(0, 12)) {
      const { response, body } = await ask(`${path}/{id}`, `${path}/${item.id}`);
      expect(response.status).toBe(200);
      expect(body).toEqual(item);
    }
    const { response } = await ask(`${path}/{id}`, `${path}/nothing`);
    expect(response.status).toBe(404);
  });

  it.each(collections.map(({ name }) => name))('%s is narrowed by each of its parameters', async (name) => {
    const path = `/${name}`;
    const all = await readAll(path, 'limit=100');
    const { parameters } = document.paths[path]?.get ?? { parameters: [] };
    const named = (asked: string) => parameters.find((parameter) => parameter.name === asked);
    for (const state of named('state')?.schema.enum ?? []) {
      const some = await readAll(path, `state=${state}&limit=100`);
      expect(some.map(({ id }) => id)).toEqual(all.filter((one) => one.state === state).map(({ id }) => id));
    }
    if (named('area')) {
      expect(await readAll(path, 'area=9999&limit=100')).toEqual([]);
      expect((await readAll(path, 'area=4210&limit=100')).length).toBeGreaterThan(0);
    }
    if (named('since')) {
      expect(await readAll(path, 'since=2200-01-01T00:00:00Z&limit=100')).toEqual([]);
      expect(await readAll(path, 'until=1901-01-01T00:00:00%2B08:00&limit=100')).toEqual([]);
    }
  });

  it('shows a visitor just what the rule of its kind lets them read', async () => {
    for (const { kind, name } of collections) {
      if (kind === null || name === 'shifts') continue;
      const table = subjectServers.flatMap(({ access }) => access[kind]?.table ?? [])[0] ?? '';
      const rows = await test.database.sql.all<{ id: string }>(`SELECT "id" FROM "${table}"`);
      const keys = rows.map(({ id }) => ({ kind, id }));
      const readable = await knownSubjects.access.readable(test.as('visitor'), keys);
      const called = await outsideIds(name);
      const shown = (await readAll(`/${name}`, 'limit=100')).map(({ id }) =>
        keyOfSubject({ kind, id: called.get(id) ?? id }),
      );
      // Of orders none goes out on which something hangs that not everyone may read.
      if (name === 'work-orders') expect(shown.filter((key) => !readable.has(key))).toEqual([]);
      else expect(shown.sort(), name).toEqual([...readable.keys()].sort());
    }
  });

  it('tells by events of no order that does not leave the house', async () => {
    const events = await readAll('/events', 'limit=100');
    const told = events.flatMap((event) => (event.subjectKind === 'work-order' ? [event.subjectId] : []));
    const shown = (await readAll('/work-orders', 'limit=100')).map(({ id }) => id);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((id) => !shown.includes(String(id)))).toEqual([]);
  });

  it('names and quotes by events no proposal that not everyone may read', async () => {
    const proposals = (await readAll('/proposals', 'limit=100')).map(({ id }) => id);
    const closed = new Map((await readAll('/ballots', 'limit=100')).map((one) => [one.id, one.options]));
    const events = await readAll('/events', 'limit=100');
    const led = events.flatMap((event) => (event.data as { proposalId?: string }).proposalId ?? []);
    expect(led.length).toBeGreaterThan(0);
    expect(led.filter((id) => !proposals.includes(id))).toEqual([]);
    const quoting = events.filter((event) => event.type === 'ballot.closed');
    for (const { subjectId, data } of quoting)
      // Each ballot with options has one that stands for a hidden proposal.
      expect('accepted' in (data as object)).toBe((closed.get(String(subjectId)) as unknown[]).length === 0);
    expect(new Set(quoting.map(({ data }) => 'accepted' in (data as object))).size).toBe(2);
  });

  it('calls statements by names that do not tell when they were written', async () => {
    const own = [...(await outsideIds('statements')).values()];
    const text = JSON.stringify([
      await readAll('/statements', 'limit=3'),
      await readAll('/events', 'limit=100'),
    ]);
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((id) => text.includes(`"${id}"`) || text.includes(`/${id}"`))).toEqual([]);
    for (const id of [own[0], 'x-01', 'x-', '-1'])
      expect((await get(`/statements/${id}`)).status, id).toBe(404);
  });

  it('names no person, whoever asks', async () => {
    for (const path of lists()) {
      const text = JSON.stringify(await readAll(path, 'limit=100'));
      expect(text.includes(nameMark), path).toBe(false);
    }
  });

  it('tells of results only once a ballot is over', async () => {
    const ballots = await readAll('/ballots', 'limit=100');
    const counted = ballots.filter(({ result }) => result !== null);
    expect(counted.length).toBeGreaterThan(5);
    expect(new Set(counted.map(({ state }) => state))).toEqual(new Set(['closed']));
  });

  it('goes on where it was, whatever is added meanwhile', async () => {
    const before = await readAll('/proposals', 'limit=100');
    const first = (await (await get('/proposals?limit=3')).json()) as Page;
    await makeProposal(test, 'asker');
    const cursor = new URL(first.next ?? '').searchParams.get('cursor') ?? '';
    const second = (await (await get(`/proposals?limit=3&cursor=${cursor}`)).json()) as Page;
    expect(second.items.map(({ id }) => id)).toEqual(before.slice(3, 6).map(({ id }) => id));
  });
});

describe('a call', () => {
  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=x', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['cursor=%20', 'cursor'],
    ['cursor=AAAA', 'cursor'],
    ['area=x', 'area'],
    ['state=draft', 'state'],
    ['since=yesterday', 'since'],
    ['until=0001-01-01T00:00:00Z', 'until'],
    ['page=2', 'page'],
    ['__proto__=1', '__proto__'],
  ])('with %s is refused, and the parameter is named', async (query, field) => {
    const { response, body } = await ask('/proposals', `/proposals?${query}`);
    expect(response.status).toBe(400);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([field]);
  });

  it.each(['', '/', '/nothing', '/proposals/a/b', '/proposals/%00', '/constructor', '/proposals/'])(
    'to %s finds nothing, and is told so in the same form',
    async (path) => {
      const response = await get(path);
      expect([response.status, contentType(response)]).toEqual([404, 'application/problem+json']);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await response.json()).toMatchObject({ type: 'about:blank', status: 404 });
    },
  );

  it('is answered in few bytes where nothing changed', async () => {
    const first = await get('/areas');
    const tag = first.headers.get('ETag') ?? '';
    const again = await get('/areas', { 'If-None-Match': `"x", ${tag}` });
    expect([again.status, again.headers.get('ETag'), await again.text()]).toEqual([304, tag, '']);
    expect((await get('/areas?limit=1', { 'If-None-Match': tag })).status).toBe(200);
  });

  it('may come from a script of any site, and only reads', async () => {
    const headers = { Origin: 'https://other.example' };
    const read = await get('/areas', headers);
    expect(read.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(read.headers.get('Set-Cookie')).toBe(null);
    const asked = await portal.ask(`${base}/areas`, {
      method: 'OPTIONS',
      headers: { ...headers, 'Access-Control-Request-Method': 'GET' },
    });
    expect([asked.status, asked.headers.get('Access-Control-Allow-Methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ]);
    const head = await portal.ask(`${base}/areas`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('ETag')).toBe(read.headers.get('ETag'));
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const own = await portal.ask(`${base}/areas`, { method });
      expect([own.status, own.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      const other = await portal.ask(`${base}/areas`, { method, headers });
      expect([other.status, contentType(other)]).toEqual([403, 'application/problem+json']);
    }
  });
});
