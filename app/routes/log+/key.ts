import type { LoaderFunctionArgs } from '@remix-run/node';
import { logKeyText } from '~/domains/ledger/index.server';
import { contextOf } from '~/http/actor.server';
import { notFound } from '~/http/guards/log-answers.server';

/** The key by which the log's heads are checked, as verifiers are given it. */
export async function loader(args: LoaderFunctionArgs) {
  const key = await logKeyText(contextOf(args));
  if (key === null) return notFound();
  return new Response(`${key}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
