import { contextOf } from '../actor.server';
import type { RouteArgs } from '../actor.server';
import { timelineOf } from '~/domains/ledger/index.server';

/** The place in the history of a page before which the address asks for what is older; null for what came last. */
export const historyAsked = (args: RouteArgs): string | null =>
  new URL(args.request.url).searchParams.get('history');

/** The history of a thing, as far as the address asks for it. */
export const historyOf = (args: RouteArgs, kind: string, id: string) =>
  timelineOf(contextOf(args), [{ kind, id }], historyAsked(args));
