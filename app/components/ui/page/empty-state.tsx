import type { ReactNode } from 'react';
import { Icon } from '../icon';
import type { IconName } from '../icon';

export interface EmptyStateProps {
  title: string;
  /** What to do now. */
  children: ReactNode;
  action?: ReactNode;
  icon?: IconName;
}

/** Where there is nothing yet: says so, and what to do. */
export function EmptyState({ title, children, action, icon = 'inbox' }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="empty-title">{title}</p>
      <div className="empty-text">{children}</div>
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
