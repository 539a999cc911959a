import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { mayCancelBallot, mayVote } from './policy';
import type { Choice } from './rules/kinds';
import type { TallyOutcome } from './rules/tally';
import { explain } from '~/i18n/reason-text';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';
import { openSealed } from '~/platform/crypto/seal.server';

/** How a paper of the ballot is to be read. Raw: asked before each vote. Throws `not-found`. */
export async function ballotKind(ctx: Context, ballotId: string): Promise<string> {
  const [row] = await ctx.database.sql.all<{ kind: string }>('SELECT "kind" FROM "Ballot" WHERE "id" = ?', [
    ballotId,
  ]);
  if (!row) throw new DomainError('not-found');
  return row.kind;
}

/** Everything that the page of one ballot shows: its rules, who may vote and why not, the own vote, the result. */
export async function ballotPage(ctx: Context, ballotId: string) {
  const row = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    include: { options: { orderBy: { position: 'asc' } } },
  });
  if (!row) throw new DomainError('not-found');
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const elector = personId
    ? await ctx.database.read.elector.findUnique({ where: { ballotId_personId: { ballotId, personId } } })
    : null;
  const { sealedSecret, rules, result, ...ballot } = row;
  return {
    ballot,
    outcome: result ? (JSON.parse(result) as TallyOutcome) : null,
    rules: rules ? (JSON.parse(rules) as unknown) : null,
    voting: explain(ctx.locale, mayVote(ctx.actor, ballot, elector !== null, ctx.clock.now())),
    cancelling: mayCancelBallot(ctx.actor, ballot),
    votedAt: elector?.votedAt ?? null,
    own:
      elector?.votedAt && sealedSecret ? await ownPaper(ctx, ballotId, sealedSecret, elector.unitKey) : null,
  };
}

async function ownPaper(ctx: Context, ballotId: string, sealedSecret: string, unitKey: string) {
  const paperKey = keyedHash(openSealed(ctx.configuration.dataKey, sealedSecret), unitKey);
  const paper = await ctx.database.read.ballotPaper.findUnique({
    where: { ballotId_paperKey: { ballotId, paperKey } },
    select: { receipt: true, choice: true },
  });
  return paper ? { receipt: paper.receipt, choice: JSON.parse(paper.choice) as Choice } : null;
}

export interface PublishedPaper {
  receipt: string;
  choice: string;
}

/** The anonymous papers of a closed ballot in the order of their receipts: anyone may recount them. */
export async function publishedPapers(ctx: Context, ballotId: string): Promise<PublishedPaper[]> {
  const ballot = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    select: { state: true },
  });
  if (ballot?.state !== 'closed') throw new DomainError('not-found');
  return ctx.database.read.ballotPaper.findMany({
    where: { ballotId },
    orderBy: { receipt: 'asc' },
    select: { receipt: true, choice: true },
  });
}
