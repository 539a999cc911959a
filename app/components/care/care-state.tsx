import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';

const tones: Record<string, Tone> = {
  ...{ asked: 'warning', stated: 'info', accepted: 'progress', active: 'success', declined: 'danger' },
  ...{ planned: 'warning', offered: 'info', done: 'success' },
  ...{ 'not-met': 'warning', 'follow-up': 'warning', missed: 'danger', 'seen-to': 'neutral' },
  ...{ open: 'info', granted: 'success', refused: 'danger', vetted: 'success', 'carried-over': 'warning' },
};

interface StateOf {
  of: 'state' | 'task' | 'contest' | 'volunteer';
  state: string;
}

/** Where an entry, a task, an objection or an offer stands, in a word. */
export function CareState({ of, state }: StateOf) {
  const t = useText(care);
  // Written out: the words that a page asks for are found in its source.
  const keys = {
    state: `state.${state}`,
    task: `task.${state}`,
    contest: `contest.${state}`,
    volunteer: `volunteer.${state}`,
  };
  const key = keys[of];
  return <StatusBadge tone={tones[state] ?? 'neutral'}>{hasKey(care, key) ? t(key) : state}</StatusBadge>;
}
