import type { IconName } from '../icon';
import type { Stage } from '~/domains/stages';

/** What a colour says. A tone never stands alone: words say the same. */
export type Tone = 'neutral' | 'info' | 'progress' | 'success' | 'warning' | 'danger';

const stageTones = {
  waiting: 'info',
  working: 'progress',
  'held-up': 'warning',
  done: 'success',
  refused: 'danger',
  ended: 'neutral',
} as const satisfies Record<Stage, Tone>;

/** The tone of a stage: the same on badges and on maps. */
export const toneOfStage = (stage: Stage): Tone => stageTones[stage];

const toneIcons: Record<Tone, IconName | null> = {
  neutral: null,
  info: 'info',
  progress: 'clock',
  success: 'check-circle',
  warning: 'warning',
  danger: 'error',
};

/** The drawing that says the same as the colour; none for what says nothing. */
export const iconOfTone = (tone: Tone): IconName | null => toneIcons[tone];
