import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { publishedPapers } from '~/domains/ballots/published-papers.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms.server';

/** The anonymous papers of a closed ballot, for anyone who counts again. */
export async function loader(args: LoaderFunctionArgs) {
  const papers = await load(args, () => publishedPapers(contextOf(args), args.params.id ?? ''));
  return new Response(`\ufeff${stringify(papers, { header: true, columns: ['receipt', 'choice'] })}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="ballot-${args.params.id}.csv"`,
    },
  });
}
