import { Link } from '@remix-run/react';
import { CheckboxGroup, Field, FieldSet, RadioGroup, Select } from '~/components/ui';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import { BudgetChoices } from './budget-choices';
import { OptionPicture } from './option-picture';
import type { VotedBallot, VotedOption } from './voted-ballot';

function ProposalLink({ option }: { option: VotedOption }) {
  const t = useText(ballots);
  if (!option.proposalId) return null;
  return (
    <Link to={paths.proposal(option.proposalId)}>
      <OptionPicture picture={option.picture} />
      {t('related')}
    </Link>
  );
}

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

function RankingChoices({ options }: { options: VotedOption[] }) {
  const t = useText(ballots);
  const ranks = options.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <FieldSet legend={t('choose')} hint={t('rank-hint')}>
      {options.map((option) => (
        <Field
          key={option.id}
          name={`rank.${option.id}`}
          label={option.label}
          hint={option.proposalId ? <ProposalLink option={option} /> : undefined}
          className="rank-field"
        >
          <Select options={ranks} placeholder={t('rank-none')} />
        </Field>
      ))}
    </FieldSet>
  );
}

function ScoreChoices({ options, maximum }: { options: VotedOption[]; maximum: number }) {
  const t = useText(ballots);
  const scores = Array.from({ length: maximum + 1 }, (_, score) => ({
    value: String(score),
    label: String(score),
  }));
  return (
    <FieldSet legend={t('choose')} hint={t('score-hint', { maximum })}>
      {options.map((option) => (
        <RadioGroup
          key={option.id}
          name={`score.${option.id}`}
          label={option.label}
          inline
          hint={option.proposalId ? <ProposalLink option={option} /> : undefined}
          choices={scores}
        />
      ))}
    </FieldSet>
  );
}
