import type { ReactNode } from 'react';
import { Icon } from '../icon';
import type { IconName } from '../icon';
import type { Tone } from './tone';

const toneIcons: Record<Tone, IconName | null> = {
  neutral: null,
  info: 'info',
  progress: 'clock',
  success: 'check-circle',
  warning: 'warning',
  danger: 'error',
};

export interface StatusBadgeProps {
  tone?: Tone;
  children: ReactNode;
}

/** A state in a word, its tone and a drawing: never by colour alone. */
export function StatusBadge({ tone = 'neutral', children }: StatusBadgeProps) {
  const icon = toneIcons[tone];
  return (
    <span className={`badge tone-${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
