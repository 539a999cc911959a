import type { LoaderFunctionArgs } from '@remix-run/node';
import { proofOfEvent } from '~/domains/ledger/index.server';
import { contextOf } from '~/http/actor.server';
import { eventAsked, notFound } from '~/http/guards/log-answers.server';

/** The proof that an event stands in the log, for `gongzhi verify` and other programs. */
export async function loader(args: LoaderFunctionArgs) {
  const proof = await proofOfEvent(contextOf(args), eventAsked(args.request));
  return proof ? Response.json(proof, { headers: { 'Cache-Control': 'private, no-cache' } }) : notFound();
}
