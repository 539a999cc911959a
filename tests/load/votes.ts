import BetterSqlite3 from 'better-sqlite3';
import { createCookie } from '@remix-run/node';
import type { Filled } from './fill';
import { postEach } from './measure';
import type { Measured, Posting } from './measure';
import { startBareVoting } from './servers';
import type { Running } from './servers';

const session = createCookie('session');
/** Linux counts processor time in hundredths of a second, whatever the machine (proc(5)). */
const microsecondsOfTick = 10_000;

/** The cookie by which whoever has this token is signed in. */
export const signedIn = async (token: string) => ({
  cookie: (await session.serialize(token)).split(';')[0] ?? '',
});

export interface Voted extends Measured {
  acknowledged: number;
  /** Processor time of the server for one of them, in microseconds: what else runs on the machine says little in it. */
  processor: number;
  papers: number;
  receipts: number;
  counted: number;
}

/** Every voter of the open ballot votes once; what was acknowledged beside what the database then holds. */
export async function votesOf(server: Running, { file, filled }: Prepared): Promise<Voted> {
  const body = `intent=vote&answer.${filled.optionId}=yes`;
  const postings = await Promise.all(
    filled.tokens.map(async (token): Promise<Posting> => ({
      headers: { origin: server.url, ...(await signedIn(token)) },
      body,
    })),
  );
  const before = server.ticks();
  const result = await postEach({ url: server.url, path: `/ballots/${filled.ballotId}` }, postings);
  const processor = ((server.ticks() - before) * microsecondsOfTick) / Math.max(1, result.acknowledged);
  const database = new BetterSqlite3(file, { readonly: true });
  const count = (text: string) => (database.prepare(text).get(filled.ballotId) as { n: number }).n;
  const papers = count('SELECT count(*) AS n FROM "BallotPaper" WHERE "ballotId" = ?');
  const receipts = count('SELECT count(DISTINCT "receipt") AS n FROM "BallotPaper" WHERE "ballotId" = ?');
  const counted = count('SELECT "votedCount" AS n FROM "Ballot" WHERE "id" = ?');
  database.close();
  return { ...result, processor, papers, receipts, counted };
}

export const isComplete = ({ acknowledged, papers, receipts, counted }: Voted) =>
  [papers, receipts, counted].every((number) => number === acknowledged);

export interface Prepared {
  file: string;
  filled: Filled;
}

function emptyBox({ file, filled }: Prepared): void {
  const database = new BetterSqlite3(file);
  database.prepare('DELETE FROM "BallotPaper" WHERE "ballotId" = ?').run(filled.ballotId);
  database.prepare('UPDATE "Ballot" SET "votedCount" = 0 WHERE "id" = ?').run(filled.ballotId);
  database.close();
}

/**
 * The bound for votes: the same forms to a bare node:http server that lays the same rows in the same file, whose box
 * is empty before and after. Nothing else may have the file open.
 */
export async function bareVotes(prepared: Prepared): Promise<Voted> {
  emptyBox(prepared);
  const server = await startBareVoting(prepared.file);
  const voted = await votesOf(server, prepared);
  await server.stop();
  emptyBox(prepared);
  if (!isComplete(voted)) throw new Error('The bare voting server lost votes');
  return voted;
}
