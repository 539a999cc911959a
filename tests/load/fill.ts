import { createHash, randomBytes } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import { ulid } from 'ulid';
import { rulesOf } from '~/domains/ballots/organising/frozen-rules';
import { foldedText } from '~/lib/texts/folded-text';
import { indexedPieces } from '~/lib/texts/searching/search-pieces';
import { newKeyCheck } from './ballot-keys';

export interface Filled {
  proposalId: string;
  /** The ballot that is open, with the tokens of its voters' sessions. */
  ballotId: string;
  optionId: string;
  tokens: string[];
}

export interface Size {
  proposals: number;
  comments: number;
  votes: number;
  voters: number;
}

const community = '421002001001';
const states = ['gathering', 'review', 'voting', 'adopted', 'implementing', 'done', 'evaluated', 'declined'];
const words = [
  '路灯',
  '停车',
  '楼道',
  '噪音',
  '花坛',
  '健身',
  '垃圾',
  '快递',
  '积水',
  '路面',
  '食堂',
  '树木',
];
const acts = ['修一修', '能不能管管', '建议增设', '希望规范', '请尽快处理', '大家商量一下'];

const iso = (milliseconds: number) => new Date(milliseconds).toISOString().replace('Z', '+00:00');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

type Database = BetterSqlite3.Database;
type Cell = string | number | null;

function inserter(database: Database, table: string, columns: string[]) {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  const statement = database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${places})`);
  return (...cells: Cell[]) => void statement.run(...cells);
}

function fillPeople(database: Database, count: number, now: number) {
  const person = inserter(database, 'Person', [
    'id',
    'email',
    'emailConfirmedAt',
    'displayName',
    'residenceAreaId',
    'birthYear',
    'createdAt',
  ]);
  const session = inserter(database, 'Session', [
    'tokenHash',
    'personId',
    'userAgent',
    'createdAt',
    'lastSeenAt',
    'expiresAt',
  ]);
  const tokens: string[] = [];
  const people: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = ulid(now - count + index);
    const token = randomBytes(16).toString('base64url');
    person(id, `load${index}@example.org`, iso(now), `居民${index}`, community, 1980, iso(now));
    session(sha256(token), id, 'bench', iso(now), iso(now), iso(now + 86_400_000));
    people.push(id);
    tokens.push(token);
  }
  return { people, tokens };
}

function fillProposals(database: Database, size: Size, people: string[], now: number): string[] {
  const proposal = inserter(database, 'Proposal', [
    'id',
    'title',
    'body',
    'bodyHtml',
    'category',
    'areaId',
    'state',
    'authorId',
    'endorsementCount',
    'commentCount',
    'threshold',
    'deadlineAt',
    'createdAt',
    'publishedAt',
    'updatedAt',
  ]);
  const item = database.prepare('INSERT INTO search_item ("kind", "item_id", "title") VALUES (?, ?, ?)');
  const pieces = database.prepare('INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)');
  const comments = Math.floor(size.comments / size.proposals);
  const ids: string[] = [];
  for (let index = 0; index < size.proposals; index += 1) {
    const at = now - (size.proposals - index) * 60_000;
    const id = ulid(at);
    const title = `${words[index % words.length]}${acts[index % acts.length]}（第${index}件）`;
    const author = people[index % people.length] ?? '';
    proposal(
      id,
      title,
      title,
      `<p>${title}</p>`,
      'environment',
      community,
      states[index % states.length] ?? '',
      author,
      index % 40,
      comments,
      20,
      // Nothing is late: the worker has nothing to do but what the benchmark asks.
      iso(now + 30 * 86_400_000),
      iso(at),
      iso(at),
      iso(at),
    );
    const row = item.run('proposal', id, foldedText(title)).lastInsertRowid;
    pieces.run(row, indexedPieces(title).join(' '), indexedPieces(title).join(' '));
    ids.push(id);
  }
  return ids;
}

function fillComments(database: Database, perProposal: number, proposals: string[], people: string[]) {
  const comment = inserter(database, 'Comment', [
    'id',
    'subjectKind',
    'subjectId',
    'threadId',
    'body',
    'bodyHtml',
    'authorId',
    'areaId',
    'createdAt',
  ]);
  let at = Date.now() - 1_000_000;
  for (const [index, proposalId] of proposals.entries()) {
    for (let number = 0; number < perProposal; number += 1) {
      const id = ulid((at += 1));
      comment(
        id,
        'proposal',
        proposalId,
        id,
        '支持',
        '<p>支持</p>',
        people[(index + number) % people.length] ?? '',
        community,
        iso(at),
      );
    }
  }
}

const terms = {
  terms: '{}',
  kind: 'support',
  maximumChoices: null,
  quorumPercent: null,
  thresholdPercent: 50,
  percentageBase: 'votes-without-abstentions',
};

function fillBallot(database: Database, ballot: { state: string; voted: number; size: number }, now: number) {
  const insert = inserter(database, 'Ballot', [
    'id',
    'title',
    'question',
    'questionHtml',
    'areaId',
    'kind',
    'standing',
    'unit',
    'secret',
    'minimumAge',
    'thresholdPercent',
    'percentageBase',
    'state',
    'opensAt',
    'closesAt',
    'openedAt',
    'electorateSize',
    'votedCount',
    'keyCheck',
    'rules',
    'createdBy',
    'createdAt',
  ]);
  const id = ulid(now);
  const optionId = ulid(now);
  const open = ballot.state === 'open';
  insert(
    id,
    '小区要不要装充电桩',
    '要不要装？',
    '<p>要不要装？</p>',
    community,
    'support',
    'consultation',
    'person',
    1,
    18,
    50,
    'votes-without-abstentions',
    ballot.state,
    iso(now - 86_400_000),
    iso(open ? now + 86_400_000 : now - 3_600_000),
    iso(now - 86_400_000),
    ballot.size,
    ballot.voted,
    open ? newKeyCheck(database.name, id) : null,
    JSON.stringify(rulesOf(terms, [{ id: optionId }], ballot.size)),
    'system',
    iso(now - 90_000_000),
  );
  inserter(database, 'BallotOption', ['id', 'ballotId', 'position', 'label'])(optionId, id, 0, '装');
  return { id, optionId };
}

function fillVotes(database: Database, votes: number, now: number) {
  const { id, optionId } = fillBallot(database, { state: 'cancelled', voted: votes, size: votes }, now);
  const paper = inserter(database, 'BallotPaper', ['ballotId', 'paperKey', 'receipt', 'choice']);
  const elector = inserter(database, 'Elector', ['ballotId', 'personId', 'unitKey', 'areaId', 'voted']);
  const choice = JSON.stringify({ kind: 'support', answers: { [optionId]: 'yes' } });
  for (let index = 0; index < votes; index += 1) {
    const key = String(index).padStart(10, '0');
    paper(id, key, key, choice);
    elector(id, key, key, community, 1);
  }
}

/** Fills a migrated SQLite file: proposals, comments, a past ballot with its votes, and an open one with voters. */
export function fill(file: string, size: Size): Filled {
  const database = new BetterSqlite3(file);
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  const now = Date.now();
  const filled = database.transaction((): Filled => {
    const area = inserter(database, 'Area', ['id', 'code', 'level', 'name', 'nameEnglish']);
    area('4210', '421000000000', 'city', '荆州市', 'Jingzhou');
    area('421002', '421002000000', 'district', '沙市区', 'Shashi');
    area('421002001', '421002001000', 'street', '中山街道', 'Zhongshan');
    area(community, community, 'community', '文湖社区', 'Wenhu');
    const { people, tokens } = fillPeople(database, size.voters, now);
    const proposals = fillProposals(database, size, people, now);
    fillComments(database, Math.floor(size.comments / size.proposals), proposals, people);
    fillVotes(database, size.votes, now);
    const open = fillBallot(database, { state: 'open', voted: 0, size: people.length }, now);
    const elector = inserter(database, 'Elector', ['ballotId', 'personId', 'unitKey', 'areaId']);
    for (const id of people) elector(open.id, id, id, community);
    return { proposalId: proposals.at(-3) ?? '', ballotId: open.id, optionId: open.optionId, tokens };
  })();
  database.exec('ANALYZE');
  database.close();
  return filled;
}
