import { matterStages } from '../../taken-up';
import type { MatterStage, MatterStep } from '../../taken-up';
import type { WorkOrderState } from '../lifecycle';
import { saidOf } from '~/lib/known-words';

/** A refused order is no work on the matter: it decides nothing about it. */
const stageOf: Record<WorkOrderState, MatterStage | null> = {
  registered: 'working',
  dispatched: 'working',
  'return-asked': 'working',
  returned: 'working',
  accepted: 'working',
  suspended: 'working',
  done: 'done',
  solved: 'evaluated',
  rated: 'evaluated',
  archived: 'evaluated',
  'not-accepted': null,
};

/**
 * How far the work on a matter is when several orders work on it: as far as the one that is least far. Null where none
 * works on it.
 */
export function stageOfMatter(states: readonly string[]): MatterStage | null {
  const stages = states.flatMap((state) => saidOf(stageOf, state) ?? []);
  return matterStages.find((stage) => stages.includes(stage)) ?? null;
}

/** Whether orders took the matter up and every one was refused. */
export const onlyRefused = (states: readonly string[]): boolean =>
  states.length > 0 && states.every((state) => state === 'not-accepted');

/** The steps that lead a matter from one stage to another; none leads back from evaluated. */
export function stepsBetween(from: MatterStage, to: MatterStage): MatterStep[] {
  if (from === 'evaluated' || from === to) return [];
  if (from === 'done') return to === 'working' ? ['reopen'] : ['evaluate'];
  return to === 'done' ? ['finish'] : ['finish', 'evaluate'];
}
