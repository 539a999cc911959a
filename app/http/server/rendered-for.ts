import type { Response } from 'express';
import type { Preferences } from './load-context';
import type { Actor } from '~/domains/actor';

/** What an answer's bytes depend on beside its address: the very values that loaders and actions were handed. */
export interface RenderedFor {
  actor: Actor;
  preferences: Preferences;
  /** It shows what only this one answer may show: a message, or a choice that waits. */
  once: boolean;
}

/** Notes on the answer for whom it is made. Where that is noted twice, the answer is for nobody to be kept. */
export function noteRenderedFor(response: Response, made: RenderedFor): void {
  response.locals.renderedFor = response.locals.renderedFor === undefined ? made : null;
}

/** Whether the answer was made for exactly this one and may be shown again to the same. */
export function wasRenderedFor(response: Response, audience: Omit<RenderedFor, 'once'>): boolean {
  const made = response.locals.renderedFor as RenderedFor | null | undefined;
  if (!made || made.once) return false;
  return made.actor === audience.actor && made.preferences === audience.preferences;
}
