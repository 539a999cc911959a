import { Field, RadioGroup, Select, formatMoney } from '~/components/ui';
import { ballots } from '~/i18n/ballots';
import { useLocale, useText } from '~/i18n/use-text';
import { ProposalLink } from './proposal-link';
import type { VotedOption } from './voted-ballot';

/** An option by its name, and what it costs where it is a project. */
export function useOptionLabel(): (option: VotedOption) => string {
  const locale = useLocale();
  return ({ label, costFen }) =>
    costFen === null ? label : `${label} · ${formatMoney(locale, costFen / 100) ?? ''}`;
}

/** What is said beside an option: its proposal, and the group of which at most one is funded. */
export function OptionHint({ option }: { option: VotedOption }) {
  const t = useText(ballots);
  return (
    <>
      <ProposalLink option={option} />
      {option.groupName && <span> {t('group-of', { group: option.groupName })}</span>}
    </>
  );
}

export const hasHint = (option: VotedOption) => Boolean(option.proposalId ?? option.groupName);

/** A list of places for each option: `rank.<option>`. */
export function RankSelects({ options, most }: { options: VotedOption[]; most: number }) {
  const t = useText(ballots);
  const labelOf = useOptionLabel();
  const ranks = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: String(index + 1),
  }));
  return options.map((option) => (
    <Field
      key={option.id}
      name={`rank.${option.id}`}
      label={labelOf(option)}
      hint={hasHint(option) ? <OptionHint option={option} /> : undefined}
      className="rank-field"
    >
      <Select options={ranks} placeholder={t('rank-none')} />
    </Field>
  ));
}

interface ScoreLinesProps {
  /** Of the fields, before a point and the option. */
  name: string;
  options: VotedOption[];
  maximum: number;
}

/** A row of scores for each option. */
export function ScoreLines({ name, options, maximum }: ScoreLinesProps) {
  const labelOf = useOptionLabel();
  const scores = Array.from({ length: maximum + 1 }, (_, score) => ({
    value: String(score),
    label: String(score),
  }));
  return options.map((option) => (
    <RadioGroup
      key={option.id}
      name={`${name}.${option.id}`}
      label={labelOf(option)}
      inline
      hint={hasHint(option) ? <OptionHint option={option} /> : undefined}
      choices={scores}
    />
  ));
}
