import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { readableOptions } from '../readable-options.server';
import { recordSubject, rollAttendance } from '../counting/record-head';
import { paperLine, paperOfLine } from '../rules/count-papers';
import type { BallotRules } from '../rules/kinds';
import { ballotRecord, writeBallotRecord } from '../rules/record/ballot-record';
import type { TallyOutcome } from '../rules/tally';

const papersAPage = 400;

export interface PublishedPaper {
  receipt: string;
  choice: string;
}

/** The papers in the order of their receipts, some thousand at a time. */
export async function* papersInPages(ctx: ReadContext, ballotId: string): AsyncGenerator<PublishedPaper[]> {
  for (let after = ''; ;) {
    const page = await ctx.database.sql.all<PublishedPaper>(
      `SELECT "receipt", "choice" FROM "CountedPaper" WHERE "ballotId" = ? AND "receipt" > ?
       ORDER BY "receipt" LIMIT ${papersAPage}`,
      [ballotId, after],
    );
    const last = page.at(-1);
    if (!last) return;
    yield page;
    if (page.length < papersAPage) return;
    after = last.receipt;
  }
}

/** A closed ballot with its options as the reader may know them, or `not-found`. */
export async function closedBallot(ctx: ReadContext, ballotId: string) {
  const ballot = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    include: { options: { orderBy: { position: 'asc' } } },
  });
  if (ballot?.state !== 'closed' || ballot.rules === null || ballot.result === null)
    throw new DomainError('not-found');
  const { rules, result, ...rest } = ballot;
  return {
    ...rest,
    options: await readableOptions(ctx, rest.options),
    rules: JSON.parse(rules) as BallotRules,
    outcome: JSON.parse(result) as TallyOutcome,
  };
}

/**
 * The record of a closed ballot in parts: the file whose SHA-256 was published at closing. Where a title is withheld
 * from the reader, all but that title. Papers are read while the reader takes them.
 */
export async function publishedRecord(ctx: ReadContext, ballotId: string): Promise<AsyncGenerator<string>> {
  const ballot = await closedBallot(ctx, ballotId);
  const { drawSecret: secret, drawCommitment: commitment } = ballot;
  const empty = ballotRecord({
    ballot: recordSubject(ballot),
    rules: ballot.rules,
    roll: rollAttendance(ballot),
    entrusted: ballot.entrustedCount,
    result: ballot.outcome.result,
    papers: [],
    ...(secret !== null && commitment !== null ? { draw: { commitment, secret } } : {}),
  });
  const ending = '\n]}\n';
  const opening = writeBallotRecord(empty).slice(0, -ending.length);
  return recordParts(opening, papersInPages(ctx, ballotId), ending);
}

async function* recordParts(
  opening: string,
  pages: AsyncGenerator<PublishedPaper[]>,
  ending: string,
): AsyncGenerator<string> {
  yield opening;
  let first = true;
  for await (const page of pages) {
    const lines = page.map((paper) => JSON.stringify(paperOfLine(paperLine(paper)))).join(',\n');
    yield first ? lines : `,\n${lines}`;
    first = false;
  }
  yield ending;
}

/** The papers of a closed ballot, anonymous. */
export async function publishedPapers(ctx: ReadContext, ballotId: string): Promise<PublishedPaper[]> {
  await closedBallot(ctx, ballotId);
  const papers: PublishedPaper[] = [];
  for await (const page of papersInPages(ctx, ballotId)) papers.push(...page);
  return papers;
}
