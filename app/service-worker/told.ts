import type { Seen } from './keeping';

/** What a page tells the worker. */
export type Told = { kind: 'take-over' } | { kind: 'version' } | { kind: 'seen'; page: Seen };

/** By this a page asks to be woken when there is a network again. */
export const unsentTag = 'unsent';
