import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** What to do now. */
  children: ReactNode;
  action?: ReactNode;
  /** What is drawn: nothing yet, nothing found, or all done. */
  picture?: 'quiet' | 'looking' | 'done';
}

/** Where there is nothing yet: says so, and what to do. The drawing above it is the style sheet's. */
export function EmptyState({ title, children, action, picture = 'quiet' }: EmptyStateProps) {
  return (
    <div className={`empty empty-${picture}`}>
      <p className="empty-title">{title}</p>
      <div className="empty-text">{children}</div>
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
