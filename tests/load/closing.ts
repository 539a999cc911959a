import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { newKeyCheck } from './ballot-keys';
import { startPortal } from './servers';
import { rulesOf } from '~/domains/ballots/organising/frozen-rules';
import { receiptOf } from '~/domains/ballots/casting/receipt';
import { ballotTermsSchema } from '~/domains/ballots/organising/terms';
import { migrate } from '~/platform/db/migrate.server';

/** Closing a ballot of 200,000 votes: how long it takes, and what readers notice. `npm run bench -- --closing` */
const votes = Number(process.env.VOTES ?? 200_000);
const projects = 30;
const community = '421002001001';
const secondsBeforeClosing = 20;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().replace('Z', '+00:00');

type Kind = 'support' | 'budget';

function fillBallot(file: string, kind: Kind, closesAt: number): string {
  const database = new BetterSqlite3(file);
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  const insert = (table: string, row: Record<string, string | number | null>) => {
    const names = Object.keys(row);
    const places = names.map(() => '?').join(', ');
    const columns = names.map((name) => `"${name}"`).join(', ');
    return database
      .prepare(`INSERT INTO "${table}" (${columns}) VALUES (${places})`)
      .run(...Object.values(row));
  };
  const id = '01K0000000000000000BALLOT0';
  const options = Array.from({ length: projects }, (_, index) => ({
    id: `01K000000000000000000000${String(index).padStart(2, '0')}`,
    costFen: (index + 1) * 40_000,
    groupName: null,
  }));
  const terms = JSON.stringify(
    ballotTermsSchema.parse({
      budget: {
        fen: 5_000_000,
        rule: 'equal-shares-cost',
        completion: 'add1',
        stopWhenExhaustive: false,
        paperFen: null,
      },
    }),
  );
  const row = {
    kind,
    terms,
    maximumChoices: null,
    quorumPercent: null,
    thresholdPercent: 50,
    percentageBase: 'votes',
  };
  database.transaction(() => {
    insert('Area', { id: community, code: community, level: 'community', name: '便河社区' });
    insert('Ballot', {
      id,
      title: '大投票',
      question: '',
      questionHtml: '',
      areaId: community,
      ...row,
      standing: 'consultation',
      unit: 'person',
      secret: 1,
      minimumAge: 0,
      state: 'open',
      opensAt: iso(closesAt - 86_400_000),
      closesAt: iso(closesAt),
      openedAt: iso(closesAt - 86_400_000),
      remindedAt: iso(closesAt - 3_600_000),
      electorateSize: votes,
      votedCount: votes,
      keyCheck: newKeyCheck(file, id),
      rules: JSON.stringify(rulesOf(row, options, votes)),
      createdBy: 'system',
      createdAt: iso(closesAt - 90_000_000),
    });
    options.forEach((option, position) =>
      insert('BallotOption', { ...option, ballotId: id, position, label: `项目 ${position}`, detail: '' }),
    );
    const person = database.prepare(
      `INSERT INTO "Person" ("id", "email", "displayName", "mailFrequency", "createdAt") VALUES (?, ?, ?, 'none', ?)`,
    );
    const elector = database.prepare(
      'INSERT INTO "Elector" ("ballotId", "personId", "unitKey", "areaId") VALUES (?, ?, ?, ?)',
    );
    const paper = database.prepare(
      'INSERT INTO "BallotPaper" ("ballotId", "paperKey", "receipt", "choice") VALUES (?, ?, ?, ?)',
    );
    const at = iso(closesAt - 7_200_000);
    for (let index = 0; index < votes; index += 1) {
      const personId = `P${String(index).padStart(9, '0')}`;
      person.run(personId, `${personId}@example.org`, personId, at);
      elector.run(id, personId, personId, community);
      paper.run(
        id,
        createHash('sha256').update(personId).digest('hex'),
        receiptOf(randomBytes(10)),
        choiceOf(kind, options, index),
      );
    }
  })();
  database.close();
  return id;
}

/** Different for everyone, and the same in each run. */
function choiceOf(kind: Kind, options: { id: string }[], index: number): string {
  const bits = createHash('sha256').update(String(index)).digest().readUInt32LE();
  const chosen = options.filter((_, at) => ((bits >> at) & 1) === 1 && at % 3 === index % 3);
  if (kind === 'budget') return JSON.stringify({ kind, projects: chosen.map(({ id }) => id) });
  return JSON.stringify({ kind, answers: Object.fromEntries(chosen.map(({ id }) => [id, 'yes'])) });
}

const percentile = (values: number[], share: number) =>
  values.sort((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;

/** Reads a page twenty times a second until told, and keeps how long each answer took. */
function reader(url: string) {
  const took: { at: number; milliseconds: number }[] = [];
  const timer = setInterval(() => {
    const begun = performance.now();
    const at = Date.now();
    void fetch(url)
      .then((response) => response.text())
      .then(() => took.push({ at, milliseconds: performance.now() - begun }));
  }, 50);
  return { took, stop: () => clearInterval(timer) };
}

async function closeOne(kind: Kind): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-closing-'));
  const file = path.join(folder, 'portal.sqlite');
  try {
    await migrate(`file:${file}`);
    const filled = performance.now();
    // Filling takes a while: the closing is set when the portal is up.
    const id = fillBallot(file, kind, Date.now() + 3_600_000);
    say(`${kind}: ${votes} votes written in ${((performance.now() - filled) / 1000).toFixed(1)} s`);
    const closesAt = Date.now() + secondsBeforeClosing * 1000;
    const database = new BetterSqlite3(file);
    database.prepare('UPDATE "Ballot" SET "closesAt" = ?').run(iso(closesAt));
    const portal = await startPortal(file);
    // Different each time, so that no cache answers.
    const reading = reader(`${portal.url}/proposals?q=x`);
    const state = database.prepare('SELECT "state", "closedAt" FROM "Ballot" WHERE "id" = ?');
    let row = state.get(id) as { state: string };
    let ended = 0;
    while (row.state !== 'closed' && Date.now() < closesAt + 120_000) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      row = state.get(id) as { state: string };
      if (ended === 0 && row.state === 'counting') ended = Date.now();
    }
    const closed = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    reading.stop();
    const between = (from: number, to: number) =>
      reading.took.filter(({ at }) => at >= from && at < to).map(({ milliseconds }) => milliseconds);
    const shown = (values: number[]) =>
      `p95 ${percentile(values, 0.95).toFixed(0)} ms, longest ${Math.max(0, ...values).toFixed(0)} ms (${values.length} answers)`;
    say(`  from the end of voting to the result: ${((closed - ended) / 1000).toFixed(1)} s (${row.state})`);
    say(`  a page before:           ${shown(between(closesAt - 10_000, closesAt))}`);
    say(`  while closing:           ${shown(between(ended, closed))}`);
    say(`  while people are told:   ${shown(between(closed, closed + 10_000))}`);
    say(`  resident: ${portal.residentMegabytes().toFixed(0)} MB`);
    database.close();
    await portal.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const kind of ['support', 'budget'] as const) await closeOne(kind);
