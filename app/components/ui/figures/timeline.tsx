import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { classNames } from '../class-names';
import { Time } from './time';
import type { Tone } from './tone';

export interface TimelineItem {
  key: string;
  title: ReactNode;
  time?: Date | string;
  body?: ReactNode;
  /** Who did it; with the organisation that they acted for. */
  actor?: string | null;
  tone?: Tone;
  /** No event: where things stand now, and what that leads to. */
  upcoming?: boolean;
}

export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  const t = useText(common);
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li
          key={item.key}
          className={classNames(`tone-${item.tone ?? 'neutral'}`, item.upcoming && 'timeline-upcoming')}
        >
          <div className="timeline-title">
            {item.upcoming && <span className="timeline-next">{t('timeline.upcoming')}</span>}
            {item.title}
          </div>
          <div className="timeline-meta">
            {item.time && <Time value={item.time} />}
            {item.actor && <span>{t('timeline.by', { name: item.actor })}</span>}
          </div>
          {item.body && <div className="timeline-body">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}
