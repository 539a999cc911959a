import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEveryState } from '../factories/every-state';
import { communityId, makePerson, makeProposal } from '../factories/proposals';
import { report } from '../factories/reports';
import { makeOffices } from '../factories/work-orders';
import type { TestContext } from '../setup/context';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { contextOfPortal, signedInCookie } from '../setup/posting-people';
import { shownForms } from '../setup/shown-forms';
import type { ShownForm } from '../setup/shown-forms';
import { postedAddressesOf, wholeBuild } from '../setup/whole-build';
import { subjectServers } from '~/domains/subjects.server';
import { pathOfSubject, paths } from '~/paths';

let portal: TestPortal;
let test: TestContext;
let forms: ShownForm[] = [];
const cookies: Record<string, string> = { visitor: '' };

const mostStates = 5;

/** Of each kind a row in each of some states, such as its own factory made it. */
async function rowsToAskOf(): Promise<{ kind: string; ids: string[] }[]> {
  const found: { kind: string; ids: string[] }[] = [];
  for (const { access } of subjectServers)
    for (const [kind, { table }] of Object.entries(access)) {
      if (table === undefined || kind === 'area' || kind in withoutOffice) continue;
      const all = await test.database.sql.all<Row>(`SELECT * FROM "${table}" ORDER BY "id"`);
      const apart = new Map(
        all.flatMap((row) => (isMade(row) ? [[String(row.state), row.id] as const] : [])),
      );
      found.push({ kind, ids: [...apart.values()].slice(0, mostStates) });
    }
  return found;
}

interface Row {
  id: string;
  state?: string;
  hiddenAt?: unknown;
}
const isMade = ({ id, hiddenAt }: Row) => /^[a-z]+-\d{4}$/.test(id) && (hiddenAt ?? null) === null;

/** Kinds on whose own pages no office does anything. */
const withoutOffice: Record<string, string> = {
  award: 'a line of what somebody has done',
  certificate: 'a document that is read',
};

/** The pages of these rows on which something can be posted, and those where offices find what waits. */
function pagesOf(posted: readonly string[], rows: readonly { kind: string; ids: string[] }[]): string[] {
  const own = rows.flatMap(({ kind, ids }) => {
    const pages = ids.map((id) => pathOfSubject(kind, id).split(/[?#]/)[0] ?? '');
    const start = `/${pages[0]?.split('/')[1]}/:id`;
    const below = posted.filter((at) => at.startsWith(`${start}/`) && at.split(':').length === 2);
    return [...pages, ...below.flatMap((at) => ids.slice(0, 2).map((id) => at.replace(':id', id)))];
  });
  const queues = posted.filter(
    (at) => /^\/(moderation|workbench|administration)/.test(at) && !/[:*]/.test(at),
  );
  return [...new Set([...own, ...queues])];
}

async function formsFor(who: string, pages: readonly string[]): Promise<Map<string, ShownForm>> {
  const found = new Map<string, ShownForm>();
  for (const page of pages) {
    const answer = await portal.ask(page, { headers: { Cookie: cookies[who] ?? '' } });
    if (answer.status === 200)
      for (const form of shownForms(await answer.text(), page)) found.set(form.key, form);
  }
  return found;
}

/** What kind of act a form is: its address without ids, and what it says that it does. */
const actOf = ({ action, fields }: ShownForm) =>
  `${action.replace(/[a-z]+-\d{4}|\b[0-9A-Z]{26}\b/g, ':id')} ${fields.find(([name]) => name === 'intent')?.[1] ?? ''}`;

const mostOfAnAct = 3;

/** At most so many of each act: they differ in the state of what they are about. */
function fewOfEach(all: readonly ShownForm[]): ShownForm[] {
  const taken = new Map<string, number>();
  return all.filter((form) => {
    const count = (taken.get(actOf(form)) ?? 0) + 1;
    taken.set(actOf(form), count);
    return count <= mostOfAnAct;
  });
}

async function post(
  who: string,
  { action, fields }: ShownForm,
): Promise<{ status: number; location: string }> {
  const answer = await portal.ask(action, {
    method: 'POST',
    headers: { Cookie: cookies[who] ?? '', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  await answer.arrayBuffer();
  return { status: answer.status, location: answer.headers.get('location') ?? '' };
}

const tables = readdirSync('prisma/schema').flatMap((file) =>
  Array.from(
    readFileSync(path.join('prisma/schema', file), 'utf8').matchAll(/^model (\w+)/gm),
    ([, name = '']) => name,
  ),
);

/** All that the database holds, by table. */
async function held(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const table of tables) {
    const all = await test.database.sql.all(`SELECT * FROM "${table}"`);
    found.set(table, JSON.stringify(all.map((row) => JSON.stringify(row)).sort()));
  }
  return found;
}

const differing = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].flatMap(([table, rows]) => (before.get(table) === rows ? [] : [table]));

beforeAll(async () => {
  const build = await wholeBuild();
  portal = await testPortal(build, { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makeOffices(test);
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
  await makePerson(test, 'suspended', { role: 'moderator', areaId: '4210' });
  await makePerson(test, 'stranger');
  await report(test, 'stranger', { kind: 'proposal', id: await makeProposal(test, 'asker') });
  await makeEveryState(test, { places: [communityId], authors: ['asker'] });
  for (const who of ['moderator', 'elsewhere', 'suspended']) cookies[who] = await signedInCookie(portal, who);
  const pages = pagesOf(postedAddressesOf(build.routes), await rowsToAskOf());
  const here = await formsFor('moderator', pages);
  const there = await formsFor('elsewhere', [...new Set([...here.values()].map(({ page }) => page))]);
  forms = fewOfEach(
    [...here].flatMap(([key, form]) => (there.has(key) || form.action === paths.preferences ? [] : [form])),
  );
  const suspendedAt = portal.services.clock.now();
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'suspended' }, data: { suspendedAt } }),
  );
});
afterAll(() => portal.dispose());

/** Acts whose refusal stands in an answer without a status of its own. */
const saidOtherwise: Record<string, string> = {
  '/follow ': 'an answer for the script of the button, with the words in it',
  '/moderation?index claim': 'the queue, with what was refused of the items that were ticked',
};

it.each(['elsewhere', 'suspended', 'visitor'])(
  'whatever the moderator of the area is offered, %s sends in vain: nothing in the database is another',
  async (who) => {
    const before = await held();
    const done: string[] = [];
    for (const form of forms) {
      const { status, location } = await post(who, form);
      const refused = status >= 400 || location.startsWith('/sign-in') || actOf(form) in saidOtherwise;
      if (!refused) done.push(`${actOf(form)} ${status} ${location}`);
    }
    expect(done).toEqual([]);
    expect(differing(before, await held())).toEqual([]);
  },
);

it('the moderator of the area sends the same forms, and most kinds of acts are done', async () => {
  const before = await held();
  const [acts, done] = [new Set(forms.map(actOf)), new Set<string>()];
  for (const form of forms) if ((await post('moderator', form)).status < 400) done.add(actOf(form));
  expect(acts.size).toBeGreaterThan(30);
  // The rest wants more than what is typed blindly here.
  expect(done.size).toBeGreaterThan(acts.size / 2);
  expect(differing(before, await held()).length).toBeGreaterThan(8);
});
