import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedCatalog } from '~/domains/insights/open-data/published-catalog.query.server';
import { contextOf } from '~/http/actor.server';
import { openToAll } from '~/http/api/problem-answer';
import { taggedAnswer } from '~/http/answers/tagged-answer';
import { load } from '~/http/forms/forms.server';

/** The catalogue of the open data, for portals that gather such catalogues. */
export async function loader(args: LoaderFunctionArgs) {
  const catalog = await load(args, () => publishedCatalog(contextOf(args)));
  return taggedAnswer(args.request, `${JSON.stringify(catalog)}\n`, {
    ...{ ...openToAll, 'Content-Type': 'application/ld+json', 'Cache-Control': 'no-cache' },
  });
}
