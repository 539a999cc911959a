import type { ReactNode } from 'react';
import { Icon } from '../icon';
import type { IconName } from '../icon';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

const icons: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  error: 'error',
};

export interface NoticeProps {
  kind?: NoticeKind;
  title?: string;
  /** By which a link leads to it. */
  id?: string;
  children?: ReactNode;
}

/** Something to know before going on. */
export function Notice({ kind = 'info', title, id, children }: NoticeProps) {
  return (
    <div id={id} className={`notice notice-${kind === 'error' ? 'danger' : kind}`}>
      <Icon name={icons[kind]} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** What the last act did; read out by screen readers. The layout shows it. */
export function FlashMessage({ message }: { message: string | null }) {
  return (
    <div role="status">
      {message && (
        <div className="notice notice-success">
          <Icon name="check-circle" />
          <p>{message}</p>
        </div>
      )}
    </div>
  );
}
