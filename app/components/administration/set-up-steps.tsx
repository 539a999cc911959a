import { Link } from '@remix-run/react';
import { Section, StatusBadge } from '~/components/ui';
import { administration } from '~/i18n/administration';
import { useText } from '~/i18n/use-text';

export interface ShownStep {
  name: string;
  at: string;
  wholePortal: boolean;
  count: number;
}

/** What is to be done before the portal opens: what is left stands first, what is done behind it with how much. */
export function SetUpSteps({ steps, whole }: { steps: readonly ShownStep[]; whole: boolean }) {
  const t = useText(administration);
  const left = steps.filter(({ count }) => count === 0);
  const done = steps.filter(({ count }) => count > 0);
  return (
    <Section title={t('steps')} id="steps">
      <p>{left.length === 0 ? t('steps-done') : t('steps-left', { count: left.length })}</p>
      <ul className="linked-matters">
        {[...left, ...done].map((step) => (
          <Step key={step.name} {...step} whole={whole} />
        ))}
      </ul>
    </Section>
  );
}

function Step({ name, at, wholePortal, count, whole }: ShownStep & { whole: boolean }) {
  const t = useText(administration);
  const step = `step.${name}` as 'step.moderators';
  const elsewhere = wholePortal && !whole;
  return (
    <li>
      <p>
        <StatusBadge tone={count > 0 ? 'success' : 'warning'}>
          {t(count > 0 ? 'step-done' : 'step-to-do')}
        </StatusBadge>{' '}
        {elsewhere ? t(step) : <Link to={at}>{t(step)}</Link>}
        {count > 0 && <span className="field-hint"> {t(`${step}-count`, { count })}</span>}
      </p>
      {count === 0 && <p className="field-hint">{elsewhere ? t('step-of-tops') : t(`${step}-hint`)}</p>}
    </li>
  );
}
