import type { LoaderFunctionArgs } from '@remix-run/node';
import { logFile } from '~/domains/ledger/index.server';
import { contextOf } from '~/http/actor.server';
import { notFound } from '~/http/guards/log-answers.server';

/** A tile of hashes or a bundle of entries (C2SP tlog-tiles): what a path names never changes. */
export async function loader(args: LoaderFunctionArgs) {
  const bytes = await logFile(contextOf(args), `tile/${args.params['*'] ?? ''}`);
  if (!bytes) return notFound();
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
