import { useState } from 'react';
import type { FormEvent } from 'react';
import type { BudgetPapersTerms } from '~/domains/ballots/organising/budget-papers';
import { CheckboxGroup, classNames, formatMoney, useHydrated } from '~/components/ui';
import { useChosenValues } from '~/components/ui/forms/form-context';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { useLocale, useText } from '~/i18n/use-text';
import { ScoreLines } from '../option-lists';
import { PaperGroup } from './paper-group';
import { PointChoices } from './point-choices';
import { RankChoices } from './rank-choices';
import type { VotedBallot } from '../voted-ballot';

/** The paper of a budget ballot, as its voters fill it in, under what there is to spend. */
export function BudgetChoices({ ballot }: { ballot: VotedBallot }) {
  const papers = ballot.terms.budget?.papers;
  const hints = useBudgetHints(ballot);
  if (papers === undefined || papers.kind === 'approvals')
    return <TickedProjects ballot={ballot} hint={hints} />;
  return (
    <div className="stack">
      <p>{hints}</p>
      <PointedProjects ballot={ballot} papers={papers} />
    </div>
  );
}

function PointedProjects({ ballot: { options, maximumChoices }, papers }: PointedProps) {
  const t = useText(budgetPapers);
  if (papers.kind === 'ranks')
    return (
      <RankChoices options={options} most={Math.min(maximumChoices ?? options.length, options.length)} />
    );
  if (papers.kind === 'points')
    return <PointChoices options={options} total={papers.total ?? 0} each={papers.each} />;
  return (
    <PaperGroup name="points" legend={t('scores-choose')} hint={t('scores-hint', { maximum: papers.most })}>
      <ScoreLines name="points" options={options} maximum={papers.most} />
    </PaperGroup>
  );
}

interface PointedProps {
  ballot: VotedBallot;
  papers: Exclude<BudgetPapersTerms, { kind: 'approvals' }>;
}

/** What there is to spend, and what a paper may name. */
function useBudgetHints({ terms: { budget }, maximumChoices }: VotedBallot): string {
  const t = useText(ballots);
  const locale = useLocale();
  const money = (fen: number) => formatMoney(locale, fen / 100);
  return [
    t('budget-hint', { budget: money(budget?.fen ?? 0) }),
    maximumChoices === null || budget?.papers?.kind === 'ranks'
      ? ''
      : t('budget-hint-maximum', { maximum: maximumChoices }),
    budget?.paperFen ? t('budget-hint-paper', { limit: money(budget.paperFen) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Projects with their costs; with scripts the sum of what is chosen stands below and goes along. */
function TickedProjects({ ballot, hint }: { ballot: VotedBallot; hint: string }) {
  const t = useText(ballots);
  const locale = useLocale();
  const money = (fen: number) => formatMoney(locale, fen / 100);
  const [chosen, setChosen] = useState<readonly string[]>(useChosenValues('option') ?? []);
  const { budget } = ballot.terms;
  const readChosen = (event: FormEvent<HTMLDivElement>) => {
    const ticked = event.currentTarget.querySelectorAll<HTMLInputElement>('input[name=option]:checked');
    setChosen([...ticked].map((input) => input.value));
  };
  return (
    <div onInput={readChosen}>
      <CheckboxGroup
        name="option"
        label={t('budget-choose')}
        hint={hint}
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
