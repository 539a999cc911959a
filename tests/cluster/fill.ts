import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { ulid } from 'ulid';
import { keysBegunWith } from '../setup/keys';
import { keyCheckOf } from '~/domains/ballots/ballot-key.server';
import { rulesOf } from '~/domains/ballots/organising/frozen-rules';
import { readConfiguration } from '~/platform/configuration.server';
import { readWraps, unwrap } from '~/platform/keys/key-ring.server';
import { keysOf } from '~/platform/keys/portal-keys.server';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';
import { createKeyFile } from '~/platform/files/key-files.server';

export interface Voter {
  email: string;
  token: string;
}

export interface Laid {
  voters: Voter[];
  ballotId: string;
  optionId: string;
  /** Ballots that open by themselves, one after the other. */
  dueIds: string[];
  proposalIds: string[];
}

const community = '421002001001';
/** Where nobody lives who would be told. */
const elsewhere = '421003';
const day = 86_400_000;
const terms = {
  ...{ terms: '{}', kind: 'support', maximumChoices: null, quorumPercent: null, thresholdPercent: 50 },
  percentageBase: 'votes-without-abstentions',
};

type Insert = (table: string, rows: Record<string, unknown>[]) => Promise<void>;

function insertBy(client: pg.Client): Insert {
  return async (table, rows) => {
    const columns = Object.keys(rows[0] ?? {});
    for (let at = 0; at < rows.length; at += 500) {
      const values: unknown[] = [];
      const lines = rows
        .slice(at, at + 500)
        .map((row) => `(${columns.map((name) => `$${values.push(row[name])}`).join(', ')})`);
      const names = columns.map((name) => `"${name}"`).join(', ');
      await client.query(`INSERT INTO "${table}" (${names}) VALUES ${lines.join(', ')}`, values);
    }
  };
}

function ballotRow(id: string, opensAt: number) {
  const now = Date.now();
  return {
    id,
    ...{
      title: '小区要不要装充电桩',
      question: '要不要装？',
      questionHtml: '<p>要不要装？</p>',
      areaId: community,
    },
    ...{ kind: 'support', standing: 'consultation', unit: 'person', secret: true, minimumAge: 18 },
    ...{ thresholdPercent: 50, percentageBase: terms.percentageBase, state: 'scheduled' },
    ...{
      opensAt: new Date(opensAt),
      closesAt: new Date(now + day),
      createdBy: 'system',
      createdAt: new Date(now),
    },
  };
}

async function layPeople(insert: Insert, count: number, now: number) {
  const people = Array.from({ length: count }, (_, index) => ({
    id: ulid(now - count + index),
    email: `voter${index}@example.org`,
    token: randomBytes(16).toString('base64url'),
  }));
  const at = new Date(now);
  await insert(
    'Person',
    people.map(({ id, email }, index) => ({
      ...{ id, email, emailConfirmedAt: at, displayName: `居民${index}号`, residenceAreaId: community },
      ...{ birthYear: 1980, createdAt: at, mailFrequency: 'none' },
    })),
  );
  await insert(
    'Session',
    people.map(({ id, token }) => ({
      ...{ tokenHash: createHash('sha256').update(token).digest('hex'), personId: id, userAgent: 'cluster' },
      ...{ createdAt: at, lastSeenAt: at, expiresAt: new Date(now + day) },
    })),
  );
  return people;
}

interface Keeping {
  /** Where the files of keys lie. */
  directory: string;
  keys: PortalKeys;
}

/** The keys as the portals have them: the ring of the database, which is made by whoever opens it first. */
async function keysOfDatabase(client: pg.Client, dataKey: string): Promise<PortalKeys> {
  const { rows } = await client.query<{ value: string }>(
    `SELECT "value" FROM "KeptValue" WHERE "name" = 'key-ring'`,
  );
  const opened = rows[0] && unwrap(readWraps(rows[0].value), dataKey);
  return opened ? keysOf(() => opened.ring) : keysBegunWith(dataKey);
}

async function layOpenBallot(insert: Insert, people: { id: string }[], { directory, keys }: Keeping) {
  const now = Date.now();
  const [id, optionId] = [ulid(now), ulid(now)];
  createKeyFile(directory, id);
  const file = readFileSync(path.join(directory, `${id}.key`));
  await insert('Ballot', [
    {
      ...ballotRow(id, now - day),
      ...{ state: 'open', openedAt: new Date(now - day), electorateSize: people.length },
      keyCheck: keyCheckOf({ file, keys }, id),
      rules: JSON.stringify(rulesOf(terms, [{ id: optionId }], people.length)),
    },
  ]);
  await insert('BallotOption', [{ id: optionId, ballotId: id, position: 0, label: '装' }]);
  const elector = ({ id: personId }: { id: string }) => ({
    ballotId: id,
    personId,
    unitKey: personId,
    areaId: community,
  });
  await insert('Elector', people.map(elector));
  return { ballotId: id, optionId };
}

/** What every turn of what recurs did, written by the database itself: each that began, and what it found. */
const watchTurns = `CREATE TABLE "WatchedTurn" ("name" text, "owner" text, "startedAt" timestamp, "before" timestamp, "leasedBefore" timestamp);
  CREATE FUNCTION watch_turn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO "WatchedTurn" VALUES (NEW."name", NEW."owner", NEW."startedAt", OLD."startedAt", OLD."leasedUntil"); RETURN NEW; END $$;
  CREATE TRIGGER watch_turn AFTER UPDATE ON "RecurringTurn" FOR EACH ROW
    WHEN (OLD."startedAt" IS DISTINCT FROM NEW."startedAt") EXECUTE FUNCTION watch_turn()`;

/** Lays people who may vote, an open ballot, ballots that open within the next seconds, and proposals. */
export async function layPeopleAndMatters(
  { url, environment }: { url: string; environment: Record<string, string> },
  size: { voters: number; due: number; dueSeconds: number },
): Promise<Laid> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const insert = insertBy(client);
  const now = Date.now();
  const area = (id: string, code: string, level: string, name: string) => ({
    id,
    code,
    level,
    name,
    nameEnglish: name,
  });
  await insert('Area', [
    area('4210', '421000000000', 'city', '荆州市'),
    area('421002', '421002000000', 'district', '沙市区'),
    area(elsewhere, '421003000000', 'district', '荆州区'),
    area('421002001', '421002001000', 'street', '中山街道'),
    area(community, community, 'community', '文湖社区'),
  ]);
  const people = await layPeople(insert, size.voters, now);
  const open = await layOpenBallot(insert, people, {
    directory: environment.BALLOT_KEYS_DIRECTORY ?? '',
    keys: await keysOfDatabase(client, readConfiguration(environment).dataKey),
  });
  const dueIds = Array.from({ length: size.due }, (_, index) => ulid(now + index));
  await insert(
    'Ballot',
    dueIds.map((id, index) => ({
      ...ballotRow(id, now + (index * size.dueSeconds * 1000) / size.due),
      areaId: elsewhere,
    })),
  );
  await insert(
    'BallotOption',
    dueIds.map((ballotId) => ({ id: ulid(), ballotId, position: 0, label: '装' })),
  );
  const proposalIds = Array.from({ length: 20 }, (_, index) => ulid(now - 1000 + index));
  await insert(
    'Proposal',
    proposalIds.map((id, index) => ({
      ...{
        id,
        title: `路灯修一修（第${index}件）`,
        body: '请修。',
        bodyHtml: '<p>请修。</p>',
        category: 'environment',
      },
      ...{ areaId: community, state: 'gathering', authorId: people[index]?.id, threshold: 20 },
      ...{ createdAt: new Date(now), publishedAt: new Date(now), updatedAt: new Date(now) },
      deadlineAt: new Date(now + 30 * day),
    })),
  );
  await client.query(watchTurns);
  await client.end();
  return { voters: people, ...open, dueIds, proposalIds };
}
