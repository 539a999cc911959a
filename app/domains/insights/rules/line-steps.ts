export const lineKeys = ['voice', 'deliberation', 'decision', 'commitment', 'work', 'result'] as const;
export type LineKey = (typeof lineKeys)[number];

export interface LineFacts {
  /** The proposal's state. */
  state: string;
  /** The steps on which something hangs. */
  begun: ReadonlySet<LineKey>;
}

/** The step at which a proposal of each state stands; null where the line has ended before its result. */
const standsAt: Record<string, LineKey> = {
  draft: 'voice',
  gathering: 'deliberation',
  withdrawn: 'deliberation',
  expired: 'deliberation',
  merged: 'deliberation',
  review: 'decision',
  voting: 'decision',
  declined: 'decision',
  adopted: 'commitment',
  implementing: 'work',
  done: 'result',
  evaluated: 'result',
};

const ended = ['withdrawn', 'expired', 'merged', 'declined'];

/** `ended`: the line ends there, before its result; `left`: what therefore does not come. */
export type StepState = 'done' | 'current' | 'ahead' | 'ended' | 'left';

function stateOf(at: number, here: number, facts: LineFacts): StepState {
  if (at < here || facts.state === 'evaluated') return 'done';
  if (ended.includes(facts.state)) return at === here ? 'ended' : 'left';
  if (at === here) return 'current';
  const key = lineKeys[at];
  const begun = (key === 'commitment' || key === 'work') && facts.begun.has(key);
  return begun ? 'current' : 'ahead';
}

/**
 * The steps of the line from voice to checked result: what is behind a proposal, where it stands, what is ahead.
 * A commitment or a work order that came before the decision shows as begun.
 */
export function lineSteps(facts: LineFacts): { key: LineKey; state: StepState }[] {
  const here = lineKeys.indexOf(standsAt[facts.state] ?? 'voice');
  return lineKeys.map((key, at) => ({ key, state: stateOf(at, here, facts) }));
}
