import type { ReactNode } from 'react';
import { Icon } from '../icon';
import { iconOfTone } from './tone';
import type { Tone } from './tone';

export interface StatusBadgeProps {
  tone?: Tone;
  children: ReactNode;
}

/** A state in a word, its tone and a drawing: never by colour alone. */
export function StatusBadge({ tone = 'neutral', children }: StatusBadgeProps) {
  const icon = iconOfTone(tone);
  return (
    <span className={`badge tone-${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
