import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedPapers } from '~/domains/ballots/published-papers.query.server';
import { contextOf } from '~/http/actor.server';
import { csvResponse } from '~/http/csv-response';
import { load } from '~/http/forms.server';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';

/** The anonymous papers of a closed ballot, for anyone who counts again. */
export async function loader(args: LoaderFunctionArgs) {
  const papers = await load(args, () => publishedPapers(contextOf(args), args.params.id ?? ''));
  const rows = papers.map(({ receipt, choice }) => [receipt, choice]);
  return csvResponse(`ballot-${args.params.id}`, byteOrderMark + csvLines([['receipt', 'choice'], ...rows]));
}
