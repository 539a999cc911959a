import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Field, TextInput, classNames, useHydrated } from '~/components/ui';
import { budgetPapers } from '~/i18n/budget-papers';
import { useText } from '~/i18n/use-text';
import { hasHint, OptionHint, useOptionLabel } from '../option-lists';
import { PaperGroup } from './paper-group';
import type { VotedOption } from '../voted-ballot';

interface PointChoicesProps {
  options: VotedOption[];
  total: number;
  each: number | null;
}

/** So many points to give, a field for each project; with scripts how many are left stands below and goes along. */
export function PointChoices({ options, total, each }: PointChoicesProps) {
  const t = useText(budgetPapers);
  const labelOf = useOptionLabel();
  const fields = useRef<HTMLDivElement>(null);
  const [given, setGiven] = useState(0);
  // What was typed before scripts came, too.
  useEffect(() => {
    if (fields.current) setGiven(pointsIn(fields.current));
  }, []);
  const hints = [t('points-hint', { total }), each === null ? '' : t('points-hint-each', { most: each })];
  const sum = (event: FormEvent<HTMLDivElement>) => setGiven(pointsIn(event.currentTarget));
  return (
    <div onInput={sum} ref={fields} className="stack">
      <PaperGroup name="points" legend={t('points-choose')} hint={hints.filter(Boolean).join(' ')}>
        {options.map((option) => (
          <Field
            key={option.id}
            name={`points.${option.id}`}
            label={labelOf(option)}
            hint={hasHint(option) ? <OptionHint option={option} /> : undefined}
            className="rank-field"
          >
            <TextInput type="number" inputMode="numeric" min={0} max={each ?? total} step={1} />
          </Field>
        ))}
      </PaperGroup>
      <PointsLeft given={given} total={total} />
    </div>
  );
}

/** What stands in the fields now: whole numbers count, anything else is said when it is sent. */
function pointsIn(fields: HTMLElement): number {
  const typed = [...fields.querySelectorAll<HTMLInputElement>('input[name^="points."]')];
  return typed.reduce((sum, { value }) => sum + (/^\d{1,9}$/.test(value) ? Number(value) : 0), 0);
}

function PointsLeft({ given, total }: { given: number; total: number }) {
  const t = useText(budgetPapers);
  if (!useHydrated()) return null;
  const over = given - total;
  return (
    <p role="status" className={classNames('running-total', over > 0 && 'running-total-over')}>
      {over > 0 ? t('points-over', { given, total, over }) : t('points-given', { given, total, left: -over })}
    </p>
  );
}
