import { DomainError } from '../domain-error';
import type { Lifecycle } from '~/lib/lifecycle';
import { transitionFrom } from '~/lib/lifecycle';

/** The event by which a state comes about that a form asks for. */
const eventTo = { active: 'enable', disabled: 'disable', removed: 'remove' } as const;
export type Switched = keyof typeof eventTo;

/** The state after the step. Throws `conflict` where it stands there already, or no step leads there. */
export function switched<State extends string>(
  lifecycle: Lifecycle<State, (typeof eventTo)[Switched]>,
  now: string,
  wanted: Switched,
): State {
  const step = transitionFrom(lifecycle, now, eventTo[wanted]);
  if (!step) throw new DomainError('conflict', { reason: 'already-decided' });
  return step.to;
}
