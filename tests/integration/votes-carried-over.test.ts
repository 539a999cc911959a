import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from '../setup/database';
import type { EmptyDatabase } from '../setup/database';
import type { Database } from '~/platform/db/database.server';
import { migrate } from '~/platform/db/migrate.server';
import { openDatabase } from '~/platform/db/open-database.server';

let empty: EmptyDatabase;
let database: Database;
const at = new Date('2026-11-24T08:00:00Z');
const later = new Date('2026-11-25T09:10:11Z');

/** The migrations up to the one that set voters apart from papers. */
function olderMigrations(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-migrations-'));
  for (const engine of ['sqlite', 'postgresql'])
    for (const name of readdirSync(path.join('prisma/migrations', engine)))
      if (/^\d+_(first|search)$/.test(name))
        cpSync(path.join('prisma/migrations', engine, name), path.join(folder, engine, name), {
          recursive: true,
        });
  return folder;
}

type Cell = string | number | boolean | Date | null;

async function insert(table: string, row: Record<string, Cell>): Promise<void> {
  const names = Object.keys(row);
  await database.transaction((tx) =>
    tx.sql.run(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    ),
  );
}

const person = (id: string) =>
  insert('Person', { id, email: `${id}@example.org`, displayName: id, createdAt: at });
const event = (id: string, type: string, rest: Record<string, Cell>) =>
  insert('Event', { id, type, areaId: null, at: later, isPublic: false, publicData: '{}', ...rest });

async function fillOld(): Promise<void> {
  for (const id of ['ann', 'bob', 'cai']) await person(id);
  await insert('Ballot', {
    ...{
      id: 'ballot',
      title: '旧投票',
      question: '',
      questionHtml: '',
      areaId: '421002',
      kind: 'single-choice',
    },
    ...{ standing: 'consultation', unit: 'person', secret: true, minimumAge: 0, thresholdPercent: 50 },
    ...{ percentageBase: 'votes', state: 'open', opensAt: at, closesAt: later, votedCount: 2 },
    ...{ sealedSecret: 'v1.sealed', createdBy: 'ann', createdAt: at },
  });
  for (const [personId, votedAt] of [
    ['cai', later],
    ['ann', at],
    ['bob', null],
  ] as const)
    await insert('Elector', { ballotId: 'ballot', personId, unitKey: personId, areaId: '421002', votedAt });
  for (const key of ['z', 'a'])
    await insert('BallotPaper', {
      ballotId: 'ballot',
      paperKey: key,
      receipt: `receipt-${key}`,
      choice: '{}',
    });
  await event('voted', 'ballot.voted', { subjectKind: 'ballot', subjectId: 'ballot', actorPersonId: 'ann' });
  await insert('Conversation', {
    ...{ id: 'talk', title: '旧话题', areaId: '421002', review: 'before', state: 'closed' },
    ...{ openedBy: 'ann', openedAt: at, closesAt: later },
  });
  await insert('Statement', {
    ...{ id: 'statement', conversationId: 'talk', number: 1, body: '观点', state: 'shown', createdAt: at },
  });
  for (const [id, personId] of [
    ['p9', 'cai'],
    ['p1', 'ann'],
  ] as const) {
    await insert('Participant', { id, conversationId: 'talk' });
    await insert('StatementAnswer', {
      participantId: id,
      statementId: 'statement',
      answer: id === 'p9' ? 1 : -1,
    });
    await insert('Follow', { personId, subjectKind: 'conversation', subjectId: 'talk', createdAt: later });
  }
  await event('told', 'statement.accepted', {
    ...{ subjectKind: 'conversation', subjectId: 'talk', privateData: '{"authorId":"cai"}' },
  });
  await insert('Notification', {
    ...{
      id: 'notice',
      personId: 'cai',
      eventId: 'told',
      type: 'statement.accepted',
      data: '{}',
      createdAt: later,
    },
  });
  await insert('Mail', {
    ...{ id: 'mail', personId: 'cai', recipient: 'cai@example.org', locale: 'zh-CN', subject: '观点' },
    ...{ text: '观点', html: '观点', createdAt: later },
  });
}

beforeAll(async () => {
  empty = await emptyDatabase();
  const folder = olderMigrations();
  await migrate(empty.url, { folder });
  rmSync(folder, { recursive: true });
  database = await openDatabase({ url: empty.url });
  await fillOld();
  await database.close();
  await migrate(empty.url);
  database = await openDatabase({ url: empty.url });
});
afterAll(async () => {
  await database.close();
  await empty.dispose();
});

it('keeps who has voted and the papers of older ballots, and drops when they did', async () => {
  const electors = await database.read.elector.findMany({ orderBy: { personId: 'asc' } });
  expect(electors.map(({ personId, voted }) => [personId, voted])).toEqual([
    ['ann', true],
    ['bob', false],
    ['cai', true],
  ]);
  const papers = await database.read.ballotPaper.findMany({ orderBy: { paperKey: 'asc' } });
  expect(papers.map(({ paperKey, receipt, casterKey }) => [paperKey, receipt, casterKey])).toEqual([
    ['a', 'receipt-a', null],
    ['z', 'receipt-z', null],
  ]);
  const ballot = await database.read.ballot.findUniqueOrThrow({ where: { id: 'ballot' } });
  expect(ballot).toMatchObject({ state: 'open', sealedSecret: 'v1.sealed', votedCount: 2, keyCheck: null });
  expect(await database.read.event.count({ where: { type: 'ballot.voted' } })).toBe(0);
  if (database.engine === 'sqlite')
    await expect(database.sql.all('SELECT rowid FROM "BallotPaper"')).rejects.toThrow('rowid');
});

it('keeps answers and follows of older conversations, in no order of who came first', async () => {
  const place = database.engine === 'sqlite' ? 'rowid' : 'ctid';
  const laid = (table: string, column: string) =>
    database.sql.all<Record<string, string>>(`SELECT "${column}" FROM "${table}" ORDER BY ${place}`);
  expect((await laid('Participant', 'id')).map((row) => row.id)).toEqual(['p1', 'p9']);
  expect((await laid('Follow', 'personId')).map((row) => row.personId)).toEqual(['ann', 'cai']);
  const answers = await database.read.statementAnswer.findMany({ orderBy: { participantId: 'asc' } });
  expect(answers.map(({ participantId, answer }) => [participantId, answer])).toEqual([
    ['p1', -1],
    ['p9', 1],
  ]);
  const follows = await database.read.follow.findMany();
  expect(follows.map((follow) => follow.createdAt)).toEqual([at, at]);
});

it('takes away what named the author of a statement', async () => {
  const [decision] = await database.read.event.findMany({ where: { type: 'statement.accepted' } });
  expect(decision?.privateData).toBeNull();
  expect([await database.read.notification.count(), await database.read.mail.count()]).toEqual([0, 0]);
});
