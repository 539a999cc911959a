import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { publishedPapers } from '~/domains/ballots/published-papers.query.server';
import { contextOf } from '~/http/actor.server';
import { csvResponse } from '~/http/csv-response';
import { load } from '~/http/forms.server';

/** The anonymous papers of a closed ballot, for anyone who counts again. */
export async function loader(args: LoaderFunctionArgs) {
  const papers = await load(args, () => publishedPapers(contextOf(args), args.params.id ?? ''));
  return csvResponse(
    `ballot-${args.params.id}`,
    `\ufeff${stringify(papers, { header: true, columns: ['receipt', 'choice'] })}`,
  );
}
