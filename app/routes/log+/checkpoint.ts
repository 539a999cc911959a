import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedHead } from '~/domains/ledger/index.server';
import { contextOf } from '~/http/actor.server';
import { notFound } from '~/http/guards/log-answers.server';

/** The newest head of the public log (C2SP tlog-checkpoint), with the cosignatures of its witnesses. */
export async function loader(args: LoaderFunctionArgs) {
  const head = await publishedHead(contextOf(args));
  if (!head) return notFound();
  return new Response(head.note, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
