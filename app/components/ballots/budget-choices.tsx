import { useState } from 'react';
import type { FormEvent } from 'react';
import { CheckboxGroup, classNames, formatMoney, useHydrated } from '~/components/ui';
import { useChosenValues } from '~/components/ui/forms/form-context';
import { ballots } from '~/i18n/ballots';
import { useLocale, useText } from '~/i18n/use-text';
import type { VotedBallot } from './voted-ballot';

/** Projects with their costs; with scripts the sum of what is chosen stands below and goes along. */
export function BudgetChoices({ ballot }: { ballot: VotedBallot }) {
  const t = useText(ballots);
  const locale = useLocale();
  const money = (fen: number) => formatMoney(locale, fen / 100);
  const [chosen, setChosen] = useState<readonly string[]>(useChosenValues('option') ?? []);
  const { budget } = ballot.terms;
  const hints = [
    t('budget-hint', { budget: money(budget?.fen ?? 0) }),
    ballot.maximumChoices === null ? '' : t('budget-hint-maximum', { maximum: ballot.maximumChoices }),
    budget?.paperFen ? t('budget-hint-paper', { limit: money(budget.paperFen) }) : '',
  ];
  const readChosen = (event: FormEvent<HTMLDivElement>) => {
    const ticked = event.currentTarget.querySelectorAll<HTMLInputElement>('input[name=option]:checked');
    setChosen([...ticked].map((input) => input.value));
  };
  return (
    <div onInput={readChosen}>
      <CheckboxGroup
        name="option"
        label={t('budget-choose')}
        hint={hints.filter(Boolean).join(' ')}
        choices={ballot.options.map((option) => ({
          value: option.id,
          label: (
            <>
              {option.label} <strong className="choice-cost">{money(option.costFen ?? 0)}</strong>
            </>
          ),
          hint: option.groupName ? t('group-of', { group: option.groupName }) : undefined,
        }))}
      />
      <RunningTotal
        costs={ballot.options.filter(({ id }) => chosen.includes(id)).map(({ costFen }) => costFen ?? 0)}
        limit={budget?.paperFen ?? null}
      />
    </div>
  );
}

function RunningTotal({ costs, limit }: { costs: number[]; limit: number | null }) {
  const t = useText(ballots);
  const locale = useLocale();
  if (!useHydrated()) return null;
  const sum = costs.reduce((total, cost) => total + cost, 0);
  const total = formatMoney(locale, sum / 100);
  const over = limit !== null && sum > limit ? sum - limit : 0;
  return (
    <p role="status" className={classNames('running-total', over > 0 && 'running-total-over')}>
      {over > 0
        ? t('budget-over', { total, over: formatMoney(locale, over / 100) })
        : t('budget-chosen', { count: costs.length, total })}
    </p>
  );
}
