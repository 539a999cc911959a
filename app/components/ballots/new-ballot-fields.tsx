import type { ReactNode } from 'react';
import {
  Checkbox,
  CheckboxGroup,
  Field,
  FieldSet,
  OrganisationField,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import {
  ballotKinds,
  ballotStandings,
  electorateKinds,
  percentageBases,
  votingUnits,
  budgetRules,
  completions,
  tieRules,
} from '~/domains/ballots/vocabulary';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import { BudgetPaperFields, FundingLimits } from './budget-paper-fields';
import type { OrganisationChoices } from '~/lib/organisation-choices';

interface OnlyFor {
  /** The value of a radio button on the form with which these fields matter. */
  when: string;
  children: ReactNode;
}

/** Fields of some choices only: a style sheet hides them for the others, and an old browser shows them all. */
function OnlyFor({ when, children }: OnlyFor) {
  return <div data-only-for={when}>{children}</div>;
}

export interface PutToVote {
  proposals: readonly { id: string; title: string }[];
}

/** Proposals and free options; in budget ballots with their costs. */
export function OptionFields({ proposals }: PutToVote) {
  const t = useText(ballots);
  return (
    <>
      {proposals.length === 0 ? (
        <p>{t('form.no-proposals')}</p>
      ) : (
        <CheckboxGroup
          name="proposalIds"
          label={t('form.proposals')}
          choices={proposals.map((proposal) => ({ value: proposal.id, label: proposal.title }))}
        />
      )}
      {proposals.length > 0 && (
        <OnlyFor when="budget">
          <FieldSet legend={t('form.costs')} hint={t('form.costs-hint')}>
            {proposals.map((proposal) => (
              <Field
                key={proposal.id}
                name={`cost.${proposal.id}`}
                label={t('form.cost-of', { title: proposal.title })}
              >
                <TextInput inputMode="decimal" />
              </Field>
            ))}
          </FieldSet>
        </OnlyFor>
      )}
      <Field name="options" label={t('form.options')} hint={t('form.options-hint')}>
        <TextArea rows={6} />
      </Field>
    </>
  );
}

/** How it is voted and counted. */
export function CountingFields() {
  const t = useText(ballots);
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('form.kind')}
        required
        choices={ballotKinds.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          hint: t(`rule-text.${kind}`),
        }))}
      />
      <BudgetFields />
      <OnlyFor when="approval budget">
        <Field name="maximumChoices" label={t('form.maximumChoices')}>
          <TextInput type="number" min={1} max={100} />
        </Field>
      </OnlyFor>
      <OnlyFor when="score">
        <Field name="maximumScore" label={t('form.maximumScore')}>
          <TextInput type="number" min={1} max={10} />
        </Field>
      </OnlyFor>
      <OnlyFor when="ranking score">
        <Field name="seats" label={t('form.seats')}>
          <TextInput type="number" min={1} max={100} />
        </Field>
      </OnlyFor>
      <ThresholdFields />
      <RadioGroup
        name="tieRule"
        label={t('form.tieRule')}
        required
        choices={tieRules.map((rule) => ({ value: rule, label: t(`tie.${rule}`) }))}
      />
    </>
  );
}

function BudgetFields() {
  const t = useText(ballots);
  return (
    <OnlyFor when="budget">
      <Field name="budget" label={t('form.budget')}>
        <TextInput inputMode="decimal" />
      </Field>
      <BudgetPaperFields />
      <OnlyFor when="approvals">
        <RadioGroup
          name="budgetRule"
          label={t('form.budgetRule')}
          choices={budgetRules.map((rule) => ({
            value: rule,
            label: t(`budget-rule.${rule}`),
            hint: t(`budget-rule.${rule}-hint`),
          }))}
        />
      </OnlyFor>
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
      <FundingLimits />
      <Field name="paperBudget" label={t('form.paperBudget')} hint={t('form.paperBudget-hint')}>
        <TextInput inputMode="decimal" />
      </Field>
    </OnlyFor>
  );
}

function ThresholdFields() {
  const t = useText(ballots);
  return (
    <>
      <OnlyFor when="support single-choice approval">
        <Field
          name="thresholdPercent"
          label={t('form.thresholdPercent')}
          hint={t('form.thresholdPercent-hint')}
        >
          <TextInput type="number" min={0} max={100} />
        </Field>
        <RadioGroup
          name="percentageBase"
          label={t('form.percentageBase')}
          choices={percentageBases.map((base) => ({ value: base, label: t(`base.${base}`) }))}
        />
      </OnlyFor>
      <Field name="quorumPercent" label={t('form.quorumPercent')} hint={t('form.quorumPercent-hint')}>
        <TextInput type="number" min={0} max={100} />
      </Field>
    </>
  );
}

/** Who may vote, and how secretly. */
export function ElectorateFields({ organisations }: { organisations: OrganisationChoices }) {
  const t = useText(ballots);
  return (
    <>
      <RadioGroup
        name="standing"
        label={t('form.standing')}
        required
        choices={ballotStandings.map((standing) => ({
          value: standing,
          label: t(`standing.${standing}`),
          hint: t(`standing.${standing}-hint`),
        }))}
      />
      <RadioGroup
        name="electorateKind"
        label={t('form.electorateKind')}
        required
        choices={electorateKinds.map((kind) => ({ value: kind, label: t(`form.electorate.${kind}`) }))}
      />
      <OnlyFor when="organisations">
        <OrganisationField
          name="organisationIds"
          label={t('form.organisationIds')}
          organisations={organisations}
          several
        />
      </OnlyFor>
      <NamedElectorate />
      <Field name="minimumAge" label={t('form.minimumAge')} required>
        <TextInput type="number" min={0} max={100} />
      </Field>
      <RadioGroup
        name="unit"
        label={t('form.unit')}
        required
        choices={votingUnits.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      />
      <RadioGroup
        name="secret"
        label={t('form.secret')}
        required
        choices={(['secret', 'open'] as const).map((value) => ({
          value,
          label: t(`form.secret-${value}`),
        }))}
      />
      <OtherWays />
    </>
  );
}

/** Whom the organiser names: by mail address, or later on the page of the roll. */
function NamedElectorate() {
  const t = useText(ballots);
  return (
    <>
      <OnlyFor when="list">
        <Field name="listed" label={t('form.listed')} hint={t('form.listed-hint')}>
          <TextArea rows={6} />
        </Field>
      </OnlyFor>
      <OnlyFor when="roll">
        <p className="field-hint">{t('form.roll-hint')}</p>
      </OnlyFor>
    </>
  );
}

/** How else than on a device of one's own: by somebody else, or on paper. */
function OtherWays() {
  const t = useText(ballots);
  return (
    <>
      <Field name="entrusted" label={t('form.entrusted')} hint={t('form.entrusted-hint')}>
        <TextInput type="number" min={0} max={3} />
      </Field>
      <Checkbox name="paperVoting" label={t('form.paperVoting')} hint={t('form.paperVoting-hint')} />
    </>
  );
}
