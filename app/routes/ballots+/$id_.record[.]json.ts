import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedRecord } from '~/domains/ballots/paper/published-papers.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** The record of a closed ballot, for `gongzhi verify`: its SHA-256 was published at closing. */
export async function loader(args: LoaderFunctionArgs) {
  const parts = await load(args, () => publishedRecord(contextOf(args), args.params.id ?? ''));
  return new Response(createReadableStreamFromReadable(Readable.from(parts, { objectMode: false })), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="ballot-${args.params.id}.json"`,
    },
  });
}
