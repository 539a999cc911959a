import type { IncomingMessage } from 'node:http';

/** What a route's action has answered or thrown. */
export interface Acted {
  routeId: string;
  /** What the action was handed of its request; what is noted with that is known to the page, too. */
  context: object;
  outcome: { answered: unknown } | { thrown: unknown };
}

const acts = new WeakMap<IncomingMessage, Acted>();

/** From now on nobody runs the action of this request again. */
export function noteActed(request: IncomingMessage, acted: Acted): void {
  acts.set(request, acted);
}

/** What the action of this request has come to already, or null. */
export const actedOn = (request: IncomingMessage): Acted | null => acts.get(request) ?? null;

/** Answers or throws what the action did. */
export function repeated({ outcome }: Acted): unknown {
  if ('thrown' in outcome) throw outcome.thrown;
  return outcome.answered;
}
