import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Icon } from '../icon';

export interface LineStep {
  key: string;
  label: string;
  /** `ended`: the line ends there; `left`: what does not come any more. */
  state: 'done' | 'current' | 'ahead' | 'ended' | 'left';
  href?: string;
  detail?: ReactNode;
}

/** The line of a matter from voice to checked result: what is behind it, where it stands, what is ahead. */
export function LineOfMatter({ steps }: { steps: readonly LineStep[] }) {
  const t = useText(common);
  return (
    <div className="line">
      <ol aria-label={t('line.title')}>
        {steps.map((step) => (
          <li
            key={step.key}
            className={`line-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className="line-dot">{step.state === 'done' && <Icon name="check" />}</span>
            <span className="line-words">
              <span className="line-label">
                {step.href ? <Link to={step.href}>{step.label}</Link> : step.label}
                <span className="line-state">{t(`line.${step.state}`)}</span>
              </span>
              {step.detail && <span className="line-detail">{step.detail}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
