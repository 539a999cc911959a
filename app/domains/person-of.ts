import type { ReadContext } from './context';
import { DomainError } from './domain-error';

/** The person who acts. Throws `signed-out`. */
export function personOf(ctx: Pick<ReadContext, 'actor'>): string {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  return ctx.actor.personId;
}
