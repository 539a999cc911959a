import type { LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { longestStatement } from '~/domains/opinions/limits';
import { similarStatements } from '~/domains/opinions/statements/similar-statements.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** While one writes: the statements that say about the same. */
export async function loader(args: LoaderFunctionArgs) {
  const text = new URL(args.request.url).searchParams.get('text') ?? '';
  const asked = text.slice(0, longestStatement * 2);
  const read = () => similarStatements(contextOf(args), args.params.id ?? '', asked);
  return json({ similar: await load(args, read) });
}
