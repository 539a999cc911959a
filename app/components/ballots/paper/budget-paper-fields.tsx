import { Checkbox, Field, RadioGroup, Select, TextInput } from '~/components/ui';
import { budgetPapers as ways, budgetRules, completions, pointRules } from '~/domains/ballots/vocabulary';
import type { BudgetPapers } from '~/domains/ballots/vocabulary';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { useText } from '~/i18n/use-text';

/** How the papers of a budget ballot speak, and what only such papers have. A style sheet hides what does not matter. */
export function BudgetPaperFields() {
  const t = useText(budgetPapers);
  return (
    <>
      <RadioGroup
        name="budgetPapers"
        label={t('form.budgetPapers')}
        choices={ways.map((way) => ({
          value: way,
          label: t(`papers.${way}`),
          hint: t(`papers.${way}-hint`),
        }))}
      />
      <div data-only-for="points">
        <Field name="pointsTotal" label={t('form.pointsTotal')}>
          <TextInput type="number" min={1} max={1000} />
        </Field>
        <Field name="pointsEach" label={t('form.pointsEach')}>
          <TextInput type="number" min={1} max={1000} />
        </Field>
      </div>
      <div data-only-for="scores">
        <Field name="paperScore" label={t('form.paperScore')}>
          <TextInput type="number" min={1} max={10} />
        </Field>
      </div>
    </>
  );
}

/** By what rule the papers are counted: of points, ranks and scores by other rules than of approvals. */
export function BudgetRuleField({ papers }: { papers: BudgetPapers }) {
  const b = useText(ballots);
  const t = useText(budgetPapers);
  const approvals = budgetRules.map((rule) => ({
    ...{ value: rule, label: b(`budget-rule.${rule}`), hint: b(`budget-rule.${rule}-hint`) },
  }));
  const points = pointRules.map((rule) => ({
    ...{ value: rule, label: t(`points-rule.${rule}`), hint: t(`points-rule.${rule}-hint`) },
  }));
  return papers === 'approvals' ? (
    <RadioGroup name="budgetRule" label={b('form.budgetRule')} choices={approvals} />
  ) : (
    <RadioGroup name="pointsRule" label={t('form.pointsRule')} choices={points} />
  );
}

/** What becomes of money that equal shares leave. */
export function CompletionFields() {
  const t = useText(ballots);
  return (
    <>
      <Field name="completion" label={t('form.completion')}>
        <Select
          placeholder={null}
          options={completions.map((completion) => ({
            value: completion,
            label: t(`completion.${completion}`),
          }))}
        />
      </Field>
      <Checkbox name="stopWhenExhaustive" label={t('form.stopWhenExhaustive')} />
    </>
  );
}

/** What a project must have at least, and what becomes of one that does not fit. */
export function FundingLimits() {
  const t = useText(budgetPapers);
  return (
    <>
      <Field name="minimumVotes" label={t('form.minimumVotes')} hint={t('form.minimumVotes-hint')}>
        <TextInput type="number" min={1} />
      </Field>
      <Checkbox name="stopAtMisfit" label={t('form.stopAtMisfit')} hint={t('form.stopAtMisfit-hint')} />
    </>
  );
}
