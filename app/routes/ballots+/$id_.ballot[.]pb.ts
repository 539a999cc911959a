import type { LoaderFunctionArgs } from '@remix-run/node';
import { ballotAsPb } from '~/domains/ballots/files/pb-file.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** A closed budget ballot as a Pabulib file. */
export async function loader(args: LoaderFunctionArgs) {
  const text = await load(args, () => ballotAsPb(contextOf(args), args.params.id ?? ''));
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="ballot-${args.params.id}.pb"`,
    },
  });
}
