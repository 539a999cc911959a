import { Link } from '@remix-run/react';
import { walkSteps } from '~/domains/ballots/drafting/steps';
import type { WalkStep } from '~/domains/ballots/drafting/steps';
import { ballotWalk } from '~/i18n/ballot-walk';
import { useText } from '~/i18n/use-text';

export interface WalkStepsProps {
  current: WalkStep;
  /** Where each step is; without it, inside the form of a step, going elsewhere saves what was typed. */
  to?: (step: WalkStep) => string;
}

/** At which of the steps one is, and the way to any other. */
export function WalkSteps({ current, to }: WalkStepsProps) {
  const t = useText(ballotWalk);
  const number = walkSteps.indexOf(current) + 1;
  return (
    <nav className="walk-steps" aria-label={t('steps')}>
      <p>{t('step-of', { number, count: walkSteps.length })}</p>
      <ol>
        {walkSteps.map((step) => (
          <li key={step}>
            <WayToStep {...{ step, current, to }} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function WayToStep({ step, current, to }: { step: WalkStep; current: WalkStep; to: WalkStepsProps['to'] }) {
  const t = useText(ballotWalk);
  const name = t(`step.${step}`);
  if (step === current) return <span aria-current="step">{name}</span>;
  if (to) return <Link to={to(step)}>{name}</Link>;
  return (
    <button name="go" value={step}>
      {name}
    </button>
  );
}
