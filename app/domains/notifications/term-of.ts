import type { ReadContext } from '../context';
import type { EventDefinition } from '../ledger/define-events';
import { subjectOfType } from './subject-of-type';

interface Said {
  type: string;
  publicData: string;
}

export const definitionOf = (ctx: Pick<ReadContext, 'subjects'>, type: string): EventDefinition | undefined =>
  subjectOfType(ctx, type)?.events[type];

/** Until when what the event tells can be done, where its type says that it has a term; else null. */
export function termOf(ctx: Pick<ReadContext, 'subjects'>, { type, publicData }: Said): Date | null {
  const field = definitionOf(ctx, type)?.term;
  const text = field === undefined ? null : (JSON.parse(publicData) as Record<string, unknown>)[field];
  const at = typeof text === 'string' ? new Date(text) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at;
}
