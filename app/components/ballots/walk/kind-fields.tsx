import type { ComponentType } from 'react';
import { Field, RadioGroup, TextInput } from '~/components/ui';
import { percentageBases } from '~/domains/ballots/vocabulary';
import type { BallotKind, BudgetPapers } from '~/domains/ballots/vocabulary';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import {
  BudgetPaperFields,
  BudgetRuleField,
  CompletionFields,
  FundingLimits,
} from '../paper/budget-paper-fields';

interface KindFields {
  /** Above the options: what they cost together, and what one paper may say of them. */
  options?: ComponentType;
  /** Above what every rule has: how the count decides. */
  rule?: ComponentType<{ papers: BudgetPapers }>;
}

function MaximumChoices() {
  const t = useText(ballots);
  return (
    <Field name="maximumChoices" label={t('form.maximumChoices')}>
      <TextInput type="number" min={1} max={100} />
    </Field>
  );
}

function HighestScore() {
  const t = useText(ballots);
  return (
    <Field name="maximumScore" label={t('form.maximumScore')}>
      <TextInput type="number" min={1} max={10} />
    </Field>
  );
}

function Seats() {
  const t = useText(ballots);
  return (
    <Field name="seats" label={t('form.seats')}>
      <TextInput type="number" min={1} max={100} />
    </Field>
  );
}

function Threshold() {
  const t = useText(ballots);
  return (
    <>
      <Field
        name="thresholdPercent"
        label={t('form.thresholdPercent')}
        hint={t('form.thresholdPercent-hint')}
        required
      >
        <TextInput type="number" min={0} max={100} />
      </Field>
      <RadioGroup
        name="percentageBase"
        label={t('form.percentageBase')}
        choices={percentageBases.map((base) => ({ value: base, label: t(`base.${base}`) }))}
      />
    </>
  );
}

function BudgetMoney() {
  const t = useText(ballots);
  return (
    <>
      <BudgetPaperFields />
      <Field name="budget" label={t('form.budget')} required>
        <TextInput inputMode="decimal" />
      </Field>
      <Field name="paperBudget" label={t('form.paperBudget')} hint={t('form.paperBudget-hint')}>
        <TextInput inputMode="decimal" />
      </Field>
      <MaximumChoices />
    </>
  );
}

function BudgetRule({ papers }: { papers: BudgetPapers }) {
  return (
    <>
      <BudgetRuleField papers={papers} />
      <CompletionFields />
      <FundingLimits />
    </>
  );
}

/** The fields that only one kind has; their names stand in `fields-of-kind.ts`. A kind that is added adds its line to both. */
export const kindFields: Record<BallotKind, KindFields> = {
  support: { rule: Threshold },
  'single-choice': { rule: Threshold },
  approval: { options: MaximumChoices, rule: Threshold },
  ranking: { rule: Seats },
  score: { options: HighestScore, rule: Seats },
  budget: { options: BudgetMoney, rule: BudgetRule },
};
