import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedPapers } from '~/domains/ballots/paper/published-papers.query.server';
import { contextOf } from '~/http/actor.server';
import { tableResponse } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';

/** The anonymous papers of a closed ballot, for anyone who counts again. */
export async function loader(args: LoaderFunctionArgs) {
  const papers = await load(args, () => publishedPapers(contextOf(args), args.params.id ?? ''));
  const rows = papers.map(({ receipt, choice }) => [receipt, choice]);
  return tableResponse(args.request, `ballot-${args.params.id}`, [['receipt', 'choice'], ...rows]);
}
