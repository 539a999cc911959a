import type { ReadContext } from '../../context';
import { closedBallot } from './published-papers.query.server';
import { publicEventOf } from '../../ledger/index.server';
import { choiceValidator } from '../rules/validate-choice';
import type { Choice } from '../rules/kinds';
import { listPage } from '~/platform/db/lists/list-page';

const papersAPage = 50;

/** One page of the published papers, from the given receipt on or after a cursor; what is invalid has no choice. */
export async function paperList(ctx: ReadContext, ballotId: string, at: { receipt: string; cursor: string }) {
  const ballot = await closedBallot(ctx, ballotId);
  const page = await listPage(
    { order: { unique: 'receipt', direction: 'asc' }, cursor: at.cursor, size: papersAPage },
    ({ behind, ...rest }) =>
      ctx.database.read.countedPaper.findMany({
        where: { ballotId, ...(at.receipt ? { receipt: at.receipt } : { AND: behind }) },
        ...rest,
        select: { receipt: true, choice: true },
      }),
  );
  const validate = choiceValidator(ballot.rules);
  const papers = page.items.map(({ receipt, choice }) => {
    const paper = JSON.parse(choice) as Choice;
    return { receipt, choice: validate(paper).ok ? paper : null };
  });
  const { id, title, recordDigest } = ballot;
  const counted = { type: 'ballot.closed', subjectKind: 'ballot', subjectId: id };
  const labels = Object.fromEntries(ballot.options.map((option) => [option.id, option.label]));
  return {
    ballot: { id, title },
    /** The projects of a budget stand in an order of preference. */
    ranked: ballot.rules.kind === 'budget' && ballot.rules.voteType === 'ranking',
    labels,
    papers,
    next: page.next,
    /** The file in which all papers stand, and the event that carries its fingerprint into the public log. */
    record:
      recordDigest === null ? null : { digest: recordDigest, eventId: await publicEventOf(ctx, counted) },
  };
}
