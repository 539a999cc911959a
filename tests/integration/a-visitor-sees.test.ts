import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, makeEveryState, titleOf } from '../factories/every-state';
import { communityId, makePerson } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { makeErasedAuthor, readRows } from '../setup/rows-of-person';
import type { Row } from '../setup/rows-of-person';
import { inNoList, wronglyMissing } from '../setup/in-no-list';
import { subjectKits } from '../setup/subject-kits';
import type { Unread } from '../setup/subject-kits';
import { personColumnsIn } from '../setup/person-columns';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { addressesOf, nextPages, publishedAddresses, wholeBuild } from '../setup/whole-build';
import type { Actor } from '~/domains/actor';
import type { Context } from '~/domains/context';
import { resolvePerson } from '~/domains/identity/index.server';
import { keyOfSubject } from '~/domains/ledger/index.server';
import { inboxPage } from '~/domains/notifications/index.server';
import { allEvents, knownSubjects } from '~/domains/registry.server';
import { subjects } from '~/domains/subjects';
import { subjectServers } from '~/domains/subjects.server';
import { contextFor } from '~/http/server/services.server';
import { indexText } from '~/platform/db/search';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { openWords } from '~/platform/mail/mail-words.server';
import { pathOfSubject } from '~/paths';

let portal: TestPortal;
let test: TestContext;
let addresses: string[] = [];
let rows: Row[] = [];
/** What the portal answered a visitor, by address. */
const answers = new Map<string, { status: number; text: string }>();

const markOf = (text: string) => text.match(/k[qb]\w+k[qb]/)?.[0] ?? '';
/** By which a row is known: its title, or its text where it has none. */
const marksOf = (id: string) => [markOf(titleOf(id)), markOf(bodyOf(id))];

const contextOf = (actor: Actor): Context => contextFor(portal.services, actor, 'zh-CN');
const asPerson = async (id: string) => contextOf(await resolvePerson(portal.services.database, id, null));

/** Every kind behind which rows stand that people write. */
const tables = subjectServers.flatMap(({ access }) =>
  Object.entries(access).flatMap(([kind, { table, open = false }]) =>
    table === undefined || kind === 'area' ? [] : [{ kind, table, open }],
  ),
);

const isConfidential = async ({ kind, id }: Row) =>
  kind === 'feedback' && (await test.database.read.feedback.count({ where: { id, isPublic: false } })) > 0;

/** So many events are told of each row; over all rows of a kind each type is told of some. */
const eventsOfRow = 2;

/** Events as the subject knows them, with the title as it was when they happened; told to who follows it. */
async function tellOf(row: Row, at: number): Promise<void> {
  const known = Object.keys(allEvents).filter((type) => type.startsWith(`${row.kind}.`));
  const types = [...known, ...known].slice((at * eventsOfRow) % (known.length || 1)).slice(0, eventsOfRow);
  const confidential = await isConfidential(row);
  const now = test.clock.now();
  await test.database.transaction(async (tx) => {
    await tx.prisma.follow.create({
      data: { personId: 'stranger', subjectKind: row.kind, subjectId: row.id, createdAt: now },
    });
    for (const type of types) {
      const id = `${row.id}-${type}`;
      await tx.prisma.event.create({
        data: {
          ...{ id, type, subjectKind: row.kind, subjectId: row.id, areaId: communityId, at: now },
          isPublic: allEvents[type]?.isPublic === true && !confidential,
          publicData: JSON.stringify({ title: titleOf(row.id), reason: '' }),
        },
      });
      const audience = [{ kind: 'followers', subjectKind: row.kind, subjectId: row.id }];
      const job = { runAt: now, payload: { eventId: id, audience } };
      await enqueue(tx, { ...job, kind: 'notify', idempotencyKey: `notify:${id}` });
      for (const { job: kind } of knownSubjects.listenersTo(row.kind))
        await enqueue(tx, {
          ...{ kind, runAt: now, payload: { eventId: id, subjectId: row.id } },
          idempotencyKey: `${kind}:${id}`,
        });
    }
  });
}

/** In the index of the search, and with a picture: also what was taken out when it was hidden. */
async function indexAndPicture({ kind, id }: Row): Promise<void> {
  const now = test.clock.now();
  await test.database.transaction(async (tx) => {
    await indexText(tx, { kind, id, title: titleOf(id), body: '' });
    if (!knownSubjects.attachments.has(kind)) return;
    const fileId = `file-${id}`;
    await tx.prisma.storedFile.create({
      data: { id: fileId, contentHash: hash, mediaType: 'image/webp', bytes: 4, createdAt: now },
    });
    await tx.prisma.attachment.create({ data: { fileId, subjectKind: kind, subjectId: id } });
  });
}

const hash = 'a'.repeat(64);

async function ask(path: string): Promise<void> {
  if (answers.has(path)) return;
  const response = await portal.ask(path);
  answers.set(path, { status: response.status, text: await response.text() });
}

/** The addresses under which something of the row may stand: its own page, and all that begin like it. */
function addressesOfRow({ kind, id }: Row): string[] {
  const page = pathOfSubject(kind, id).split(/[?#]/)[0] ?? '';
  const starts = new Set([page.split('/')[1], `${kind}s`]);
  const named = addresses.filter((at) => at.includes('/:id') && starts.has(at.split('/')[1]));
  const discussed = knownSubjects.offersOf(kind)?.discussed === true;
  return [
    page,
    ...named.map((at) => at.replace(':id', id)),
    ...(discussed ? [`/discussions/${kind}/${id}/summary`] : []),
    ...(knownSubjects.compared.has(kind) ? [`/similar?title=${encodeURIComponent(titleOf(id))}`] : []),
    ...(knownSubjects.listenersTo(kind).length > 0 ? [`/open311/v2/requests/${id}.json`] : []),
    ...(knownSubjects.attachments.has(kind) ? [`/files/file-${id}`] : []),
  ];
}

/** Lists with each state that a life cycle has, and all that leads to their next pages. */
function lists(): string[] {
  const still = addresses.filter((at) => !at.includes(':') && !at.includes('*'));
  const filtered = subjects.flatMap(({ kinds, lifecycles = {} }) => {
    const states = Object.values(lifecycles).flatMap((lifecycle) => lifecycle.states);
    return Object.keys(kinds).flatMap((kind) => {
      const list = `/${pathOfSubject(kind, 'ID').split('/')[1]}`;
      return [`${list}?area=${communityId}`, ...states.map((state) => `${list}?state=${state}`)];
    });
  });
  return [
    ...still,
    ...new Set(filtered),
    `/areas/${communityId}`,
    `/?area=${communityId}`,
    `/search?q=${encodeURIComponent('路灯')}`,
    ...['json', 'xml'].flatMap((form) => [
      `/open311/v2/requests.${form}?page_size=500&extensions=true`,
      `/open311/v2/servicerequestupdates.${form}`,
    ]),
  ];
}

async function walkLists(): Promise<void> {
  const waiting = lists();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await ask(path);
    const from = new URL(path, portal.url);
    for (const href of nextPages(answers.get(path)?.text ?? '')) {
      const next = new URL(href, from);
      const address = next.pathname + next.search;
      if (next.origin === from.origin && !answers.has(address) && !waiting.includes(address))
        waiting.push(address);
    }
  }
}

const erasedName = 'kqerasedkq';
/** Words that nobody may be shown yet, of kinds that have no rule for single rows. */
const unread: Unread[] = [];

/** Pages that are for who has signed in, or take what is posted: a visitor is led away. */
const passed = ['/sign-out', '/preferences'];

beforeAll(async () => {
  const build = await wholeBuild();
  addresses = [...addressesOf(build.routes), ...publishedAddresses()].filter((at) => !passed.includes(at));
  portal = await testPortal(build, { RATE_LIMITS: 'false' });
  const { database, clock } = portal.services;
  test = { database, clock, as: (who: Actor) => contextOf(who), asPerson } as unknown as TestContext;
  test.as = (who) => contextOf(typeof who === 'string' ? { kind: who } : who);
  await makeOffices(test);
  await makePerson(test, 'stranger');
  await database.transaction((tx) =>
    tx.prisma.webhookEndpoint.create({
      data: {
        ...{ id: 'hook', areaId: '4210', name: 'hook', url: 'https://hook.example', secret: 'x' },
        ...{ state: 'active', createdBy: 'moderator', createdAt: clock.now() },
      },
    }),
  );
  await makeEveryState(test, { places: [communityId], authors: ['asker'] });
  for (const kit of await subjectKits()) if (kit.makeUnread) unread.push(await kit.makeUnread(test));
  await makeErasedAuthor(test, tables, erasedName);
  await portal.services.files.put(hash, Buffer.from('RIFF'));
  rows = await readRows(test, tables);
  for (const [at, row] of rows.entries()) {
    await tellOf(row, at);
    await indexAndPicture(row);
  }
  await runJobs(test);
  // Those who follow get one mail of what came within a minute.
  const now = clock.now();
  await test.database.transaction(async ({ prisma }) => {
    await prisma.outboxJob.updateMany({ where: { kind: 'mail.bundle' }, data: { runAt: now } });
    await prisma.notification.updateMany({ where: { mailedAt: null }, data: { bundleAt: now } });
  });
  await runJobs(test);
  await walkLists();
  for (const row of rows) for (const path of addressesOfRow(row)) await ask(path);
  for (const { addresses: hidden } of unread) for (const path of hidden) await ask(path);
}, 600_000);
afterAll(() => portal.dispose());

/** Of all rows those that the actor may read, by the rule of their kind. */
async function readableFor(actor: Actor): Promise<Set<string>> {
  const shown = await knownSubjects.access.readable(contextOf(actor), rows);
  return new Set(shown.keys());
}

async function unreadableFor(actor: Actor): Promise<Row[]> {
  const readable = await readableFor(actor);
  return rows.filter((row) => !readable.has(keyOfSubject(row)));
}

/** Finds which of these rows a text shows, with where it stands: all are looked for at once, and then one by one. */
function finderOf(among: readonly Row[]) {
  const any = new RegExp(among.flatMap(({ id }) => marksOf(id)).join('|'));
  return (text: string, where: string) =>
    (any.test(text) ? among : []).flatMap(({ kind, id }) =>
      marksOf(id).some((mark) => text.includes(mark)) ? [`${kind} ${id} at ${where}`] : [],
    );
}

describe('every state of every kind', () => {
  it('has rows, some of which a visitor may read', async () => {
    const hidden = await unreadableFor({ kind: 'visitor' });
    for (const { kind } of tables)
      expect(
        rows.some((row) => row.kind === kind),
        kind,
      ).toBe(true);
    const closed = new Set(hidden.map(({ kind }) => kind));
    // Of each kind that says of itself that not everyone may read every row.
    const guarded = tables.flatMap(({ kind, open }) => (open ? [] : [kind]));
    expect(guarded.length).toBeGreaterThan(8);
    expect([...closed].sort()).toEqual(guarded.sort());
  });

  it.each(subjects.flatMap(({ kinds }) => Object.keys(kinds)))(
    'of kind %s leads to a page that is there',
    (kind) => {
      const path = pathOfSubject(kind, ':id').split('?')[0] ?? '';
      // One kind has a page of its own among those that are named by an id.
      expect(addresses.some((at) => [path, path.replace(/[^/]+$/, ':id')].includes(at))).toBe(true);
    },
  );

  it('answers without a fault of the server', () => {
    expect([...answers].filter(([, { status }]) => status >= 500).map(([path]) => path)).toEqual([]);
    expect([...answers].filter(([, { status }]) => status === 200).length).toBeGreaterThan(200);
  });
});

describe('a visitor', () => {
  it('is shown nowhere what the rule does not let them read', async () => {
    const hiddenIn = finderOf(await unreadableFor({ kind: 'visitor' }));
    expect([...answers].flatMap(([path, { text }]) => hiddenIn(text, path))).toEqual([]);
  });

  it('is shown none of the words that wait to be published', () => {
    const words = unread.flatMap((of) => of.words);
    expect(words.length).toBeGreaterThan(2);
    const shown = [...answers].filter(([, { text }]) => words.some((word) => text.includes(word)));
    expect(shown.map(([path]) => path)).toEqual([]);
  });

  it('finds in the lists of a kind whatever the rule lets them read, on one of their pages', async () => {
    const readable = await readableFor({ kind: 'visitor' });
    const missing = rows
      .filter((row) => readable.has(keyOfSubject(row)) && !(row.kind in inNoList))
      .filter(({ kind, id }) => {
        const list = `/${pathOfSubject(kind, id).split('/')[1]}`;
        const pages = [...answers].filter(([path]) => path.split('?')[0] === list);
        return !pages.some(([, { text }]) => text.includes(markOf(titleOf(id))));
      });
    expect(await wronglyMissing(test, tables, missing)).toEqual([]);
  });

  it('is shown nowhere the name of somebody who closed the account', () => {
    const named = [...answers].filter(([, { text }]) => text.includes(erasedName));
    expect(named.map(([path]) => path)).toEqual([]);
  });

  it('is sent no column that says by an id who did something, also not beside the page', () => {
    expect(personColumnsIn(answers)).toEqual([]);
  });

  it('finds on its own page whatever the rule lets them read', async () => {
    const readable = await readableFor({ kind: 'visitor' });
    const ownPage = rows.filter(({ kind }) => !['comment', 'statement'].includes(kind));
    const missing = ownPage
      .filter((row) => readable.has(keyOfSubject(row)))
      .filter(({ kind, id }) => !answers.get(pathOfSubject(kind, id))?.text.includes(markOf(titleOf(id))));
    expect(missing).toEqual([]);
  });

  it('gets the pictures of what they may read, and of nothing else', async () => {
    const readable = await readableFor({ kind: 'visitor' });
    const pictured = rows.filter(({ kind }) => knownSubjects.attachments.has(kind));
    expect(pictured.length).toBeGreaterThan(40);
    for (const row of pictured) {
      const status = answers.get(`/files/file-${row.id}`)?.status;
      expect(status, row.id).toBe(readable.has(keyOfSubject(row)) ? 200 : 404);
    }
  });

  it('finds in the search what they may read, of each kind that says so', async () => {
    const found = [...answers].filter(([path]) => path.startsWith('/search?')).map(([, { text }]) => text);
    for (const [kind, { searched }] of subjects.flatMap(({ kinds }) => Object.entries(kinds)))
      if (searched === true) {
        const ofKind = finderOf(rows.filter((row) => row.kind === kind));
        expect(
          found.some((text) => ofKind(text, kind).length > 0),
          kind,
        ).toBe(true);
      }
  });
});

describe('what is sent out', () => {
  it('by webhooks tells of nothing that a visitor may not read', async () => {
    const hiddenIn = finderOf(await unreadableFor({ kind: 'visitor' }));
    const sent = await test.database.read.webhookDelivery.findMany();
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.flatMap(({ body, type }) => hiddenIn(body, type))).toEqual([]);
  });

  it('by mail and to the inbox tells who follows of nothing that they may not read', async () => {
    const { actor } = await asPerson('stranger');
    const hiddenIn = finderOf(await unreadableFor(actor));
    const mails = await test.database.read.mail.findMany({ where: { personId: 'stranger' } });
    const { keys } = portal.services;
    const texts = mails.map((mail) => JSON.stringify({ ...mail, ...openWords(keys, mail) }));
    const inbox = JSON.stringify(await inboxPage(contextOf(actor), 'stranger'));
    expect(texts.some((text) => text.includes('kq'))).toBe(true);
    expect([...texts, inbox].flatMap((text) => hiddenIn(text, 'mail'))).toEqual([]);
  });
});
