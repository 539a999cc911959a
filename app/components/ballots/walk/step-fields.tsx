import {
  AreaField,
  CheckboxGroup,
  DateTimeInput,
  Field,
  FieldSet,
  MarkdownEditor,
  RadioGroup,
  TextArea,
  TextInput,
  Checkbox,
} from '~/components/ui';
import type { StepChoices } from '~/domains/ballots/drafting/step-choices.query.server';
import type { TypedStep } from '~/domains/ballots/drafting/steps';
import { ballotKinds, ballotStandings, tieRules } from '~/domains/ballots/vocabulary';
import type { BallotKind, BudgetPapers } from '~/domains/ballots/vocabulary';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { statutoryRecord } from '~/i18n/statutory-record';
import { useText } from '~/i18n/use-text';
import { MeetingFields } from '../meeting-fields';
import { ElectorateFields } from './electorate-fields';
import { kindFields } from './kind-fields';

export interface StepFieldsProps {
  step: TypedStep;
  /** As it was chosen on its step. */
  kind: BallotKind;
  papers: BudgetPapers;
  choices: StepChoices;
  /** The end was refused, or so short a vote was said to be meant: whoever calls the ballot may say so. */
  questioned: boolean;
}

/** What is typed on one step of a ballot. */
export function StepFields({ step, kind, papers, choices, questioned }: StepFieldsProps) {
  switch (step) {
    case 'matter':
      return <MatterFields choices={choices} />;
    case 'kind':
      return <KindField />;
    case 'options':
      return <OptionFields kind={kind} proposals={choices.proposals} />;
    case 'electorate':
      return <ElectorateFields organisations={choices.organisations} />;
    case 'rule':
      return <RuleFields kind={kind} papers={papers} />;
    case 'times':
      return <TimeFields questioned={questioned} />;
  }
}

function MatterFields({ choices: { areas, proposals } }: { choices: StepChoices }) {
  const t = useText(ballots);
  return (
    <>
      <Field name="title" label={t('form.title')} required>
        <TextInput maxLength={80} />
      </Field>
      <Field name="question" label={t('form.question')} hint={t('form.question-hint')} required>
        <MarkdownEditor maximum={5000} />
      </Field>
      {areas && <AreaField name="areaId" label={t('form.area')} required areas={areas} />}
      {proposals.length === 0 ? (
        <p>{t('form.no-proposals')}</p>
      ) : (
        <CheckboxGroup
          name="proposalIds"
          label={t('form.proposals')}
          choices={proposals.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </>
  );
}

function KindField() {
  const t = useText(ballots);
  return (
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
  );
}

type PutToVote = Pick<StepChoices, 'proposals'> & { kind: BallotKind };

/** The proposals that were ticked, in budget ballots with their costs, and options of their own. */
function OptionFields({ kind, proposals }: PutToVote) {
  const t = useText(ballotWalk);
  const b = useText(ballots);
  const OfKind = kindFields[kind].options;
  const hint = kind === 'budget' || kind === 'support' ? t(`options-hint-${kind}`) : t('options-hint');
  return (
    <>
      {OfKind && <OfKind />}
      {proposals.length > 0 && <ChosenProposals {...{ kind, proposals }} />}
      <Field name="options" label={proposals.length > 0 ? t('options-more') : b('form.options')} hint={hint}>
        <TextArea rows={6} />
      </Field>
    </>
  );
}

function ChosenProposals({ kind, proposals }: PutToVote) {
  const t = useText(ballots);
  const w = useText(ballotWalk);
  if (kind === 'budget')
    return (
      <FieldSet legend={t('form.costs')}>
        {proposals.map(({ id, title }) => (
          <Field key={id} name={`cost.${id}`} label={t('form.cost-of', { title })} required>
            <TextInput inputMode="decimal" />
          </Field>
        ))}
      </FieldSet>
    );
  return (
    <div>
      <p className="field-label">{w('proposals-chosen')}</p>
      <ul>
        {proposals.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </div>
  );
}

/** What the vote is worth, how secret it is, and what decides. */
function RuleFields({ kind, papers }: Pick<StepFieldsProps, 'kind' | 'papers'>) {
  const t = useText(ballots);
  const OfKind = kindFields[kind].rule;
  const ties = tieRules.filter((rule) => rule !== 'cheaper' || kind === 'budget');
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
      <OfRecord />
      <RadioGroup
        name="secret"
        label={t('form.secret')}
        required
        choices={(['secret', 'open'] as const).map((value) => ({ value, label: t(`form.secret-${value}`) }))}
      />
      {OfKind && <OfKind papers={papers} />}
      <Field name="quorumPercent" label={t('form.quorumPercent')} hint={t('form.quorumPercent-hint')}>
        <TextInput type="number" min={0} max={100} />
      </Field>
      <RadioGroup
        name="tieRule"
        label={t('form.tieRule')}
        required
        choices={ties.map((rule) => ({ value: rule, label: t(`tie.${rule}`) }))}
      />
    </>
  );
}

/** Only of a statutory record: a style sheet hides it for others. */
function OfRecord() {
  const t = useText(statutoryRecord);
  return (
    <div data-only-for="statutory-record">
      <FieldSet legend={t('form.legend')} hint={t('form.legend-hint')}>
        <MeetingFields />
      </FieldSet>
    </div>
  );
}

function TimeFields({ questioned }: { questioned: boolean }) {
  const t = useText(ballots);
  return (
    <>
      <Field name="opensAt" label={t('form.opensAt')} required>
        <DateTimeInput />
      </Field>
      <Field name="closesAt" label={t('form.closesAt')} required>
        <DateTimeInput />
      </Field>
      {questioned && <Checkbox name="shortMeant" label={t('form.shortMeant')} />}
    </>
  );
}
