/**
 * Groups of opinion from 100,000 answers of 3,000 people to 300 statements: the analysis alone, and on a loaded
 * database how long it takes from one more answer to the picture that shows it. `npm run bench -- --opinions`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { looseKeys } from '../setup/keys';
import type { Context } from '~/domains/context';
import { drawConversation } from '~/domains/opinions/pictures/draw-picture.server';
import { analyseOpinions } from '~/domains/opinions/rules/analyse-opinions';
import { matrixOf, type AnswersToDraw } from '~/domains/opinions/rules/picture';
import { knownSubjects } from '~/domains/registry.server';
import { systemClock } from '~/platform/clock';
import { readConfiguration } from '~/platform/configuration.server';
import { migrate } from '~/platform/db/migrate.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { directoryFileStore } from '~/platform/files/file-store.server';

const people = 3000;
const statements = 300;
const answers = 100_000;
const camps = 4;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);

/** Answers as a conversation brings them: camps that hold different things, people who stop somewhere, passes. */
function drawnAnswers(): [person: number, statement: number, answer: number][] {
  let seed = 20_261_125;
  const chance = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const leaning = Array.from({ length: camps * statements }, () => chance());
  const given = new Map<string, [number, number, number]>();
  while (given.size < answers) {
    const person = Math.floor(chance() ** 1.5 * people);
    const statement = Math.floor(chance() * statements);
    const agrees = chance() < (leaning[(person % camps) * statements + statement] ?? 0.5);
    const answer = chance() < 0.12 ? 0 : agrees ? 1 : -1;
    given.set(`${person} ${statement}`, [person, statement, answer]);
  }
  return [...given.values()];
}

function middle(times: number[]): number {
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

function measureAnalysis(given: AnswersToDraw): void {
  const times = Array.from({ length: 7 }, () => {
    const started = performance.now();
    analyseOpinions(matrixOf(given));
    return performance.now() - started;
  });
  say(
    `analysis of ${answers} answers           ${Math.round(middle(times))} ms (middle of 7), ${megabytes()} MB resident`,
  );
}

const iso = new Date().toISOString().replace('Z', '+00:00');

function fill(file: string, given: AnswersToDraw): void {
  const database = new BetterSqlite3(file);
  database.transaction(() => {
    database
      .prepare(
        `INSERT INTO "Conversation" ("id", "title", "areaId", "review", "state", "openedBy", "openedAt", "closesAt", "changes")
         VALUES ('c', '问题', '4210', 'after', 'open', 'm', ?, '2099-01-01T00:00:00.000+00:00', 1)`,
      )
      .run(iso);
    const statement = database.prepare(
      `INSERT INTO "Statement" ("id", "conversationId", "number", "body", "state", "createdAt") VALUES (?, 'c', ?, '观点', 'shown', ?)`,
    );
    for (const number of given.statements) statement.run(`s${number}`, number, iso);
    const person = database.prepare(
      `INSERT INTO "Participant" ("id", "conversationId", "personKey") VALUES (?, 'c', ?)`,
    );
    for (const id of given.participants) person.run(id, id);
    const answer = database.prepare(
      `INSERT INTO "StatementAnswer" ("participantId", "statementId", "answer") VALUES (?, ?, ?)`,
    );
    given.answers.forEach((value, at) =>
      answer.run(given.participants[given.participantOf[at] ?? 0], `s${given.statementOf[at]}`, value),
    );
  })();
  database.close();
}

async function measurePicture(given: AnswersToDraw): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-opinions-'));
  const url = `file:${path.join(folder, 'load.sqlite')}`;
  await migrate(url);
  fill(path.join(folder, 'load.sqlite'), given);
  const database = await openDatabase({ url });
  const ctx: Context = {
    database,
    clock: systemClock,
    locale: 'zh-CN',
    configuration: readConfiguration({ DATABASE_URL: url }),
    keys: looseKeys(),
    files: directoryFileStore(folder),
    actor: { kind: 'system' },
    subjects: knownSubjects,
    giveWay: () => Promise.resolve(),
    invalidatePages: () => undefined,
  };
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await database.transaction((tx) =>
      tx.sql.run('UPDATE "Conversation" SET "changes" = "changes" + 1 WHERE "id" = ?', ['c']),
    );
    const started = performance.now();
    await drawConversation(ctx, { conversationId: 'c' });
    times.push(performance.now() - started);
  }
  say(`read, analysed and kept on SQLite      ${Math.round(middle(times))} ms (middle of 5)`);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}

const drawn = drawnAnswers();
const given: AnswersToDraw = {
  participants: Array.from({ length: people }, (_, at) => `p${String(at).padStart(5, '0')}`),
  participantOf: Int32Array.from(drawn, ([person]) => person),
  statements: Array.from({ length: statements }, (_, at) => at + 1),
  statementOf: Int32Array.from(drawn, ([, statement]) => statement + 1),
  answers: Int8Array.from(drawn, ([, , answer]) => answer),
  memory: null,
  final: true,
};
measureAnalysis(given);
await measurePicture(given);
