import { CheckboxGroup, FieldSet, later, RadioGroup, whenShown } from '~/components/ui';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import * as budget from './paper/budget-choices';
import { ScoreLines } from './option-lists';
import * as ranking from './paper/rank-choices';
import { ProposalLink } from './proposal-link';
import type { VotedBallot, VotedOption } from './voted-ballot';

const BudgetChoices = whenShown(
  import.meta.env.SSR
    ? budget.BudgetChoices
    : later(() => import('./paper/budget-choices').then((own) => own.BudgetChoices)),
);

const RankingChoices = whenShown(
  import.meta.env.SSR
    ? ranking.RankingChoices
    : later(() => import('./paper/rank-choices').then((own) => own.RankingChoices)),
);

/** The fields of one paper, for each kind of ballot; all of them work as plain HTML. */
export function BallotChoices({ ballot }: { ballot: VotedBallot }) {
  const t = useText(ballots);
  switch (ballot.kind) {
    case 'support':
      return <SupportChoices options={ballot.options} />;
    case 'ranking':
      return <RankingChoices options={ballot.options} />;
    case 'score':
      return <ScoreChoices options={ballot.options} maximum={ballot.terms.maximumScore} />;
    case 'budget':
      return <BudgetChoices ballot={ballot} />;
  }
  const choices = ballot.options.map((option) => ({
    value: option.id,
    label: option.label,
    hint: option.proposalId ? <ProposalLink option={option} /> : undefined,
  }));
  if (ballot.kind === 'single-choice')
    return <RadioGroup name="option" label={t('choose')} choices={choices} required />;
  return (
    <CheckboxGroup
      name="option"
      label={t('choose')}
      hint={`${t('rule-maximum')} ${ballot.maximumChoices ?? choices.length}`}
      choices={choices}
    />
  );
}

function SupportChoices({ options }: { options: VotedOption[] }) {
  const t = useText(ballots);
  return options.map((option) => (
    <RadioGroup
      key={option.id}
      name={`answer.${option.id}`}
      label={option.label}
      inline
      hint={option.proposalId ? <ProposalLink option={option} /> : undefined}
      choices={(['yes', 'no', 'abstain'] as const).map((value) => ({ value, label: t(`vote-${value}`) }))}
    />
  ));
}

function ScoreChoices({ options, maximum }: { options: VotedOption[]; maximum: number }) {
  const t = useText(ballots);
  return (
    <FieldSet legend={t('choose')} hint={t('score-hint', { maximum })}>
      <ScoreLines name="score" options={options} maximum={maximum} />
    </FieldSet>
  );
}
