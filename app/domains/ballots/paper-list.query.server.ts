import type { ReadContext } from '../context';
import { closedBallot } from './published-papers.query.server';
import { choiceValidator } from './rules/validate-choice';
import type { Choice } from './rules/kinds';

const papersAPage = 50;

/** One page of the published papers, from the given receipt on or after a cursor; what is invalid has no choice. */
export async function paperList(ctx: ReadContext, ballotId: string, at: { receipt: string; cursor: string }) {
  const ballot = await closedBallot(ctx, ballotId);
  const where = at.receipt ? { equals: at.receipt } : { gt: at.cursor };
  const rows = await ctx.database.read.countedPaper.findMany({
    where: { ballotId, receipt: where },
    orderBy: { receipt: 'asc' },
    take: papersAPage + 1,
    select: { receipt: true, choice: true },
  });
  const validate = choiceValidator(ballot.rules);
  const papers = rows.slice(0, papersAPage).map(({ receipt, choice }) => {
    const paper = JSON.parse(choice) as Choice;
    return { receipt, choice: validate(paper).ok ? paper : null };
  });
  const { id, title } = ballot;
  const labels = Object.fromEntries(ballot.options.map((option) => [option.id, option.label]));
  return {
    ballot: { id, title },
    labels,
    papers,
    next: rows.length > papersAPage ? (papers.at(-1)?.receipt ?? null) : null,
  };
}
