import {
  Button,
  ConfirmForm,
  DateTimeInput,
  DisclosureForm,
  Field,
  Form,
  Notice,
  RadioGroup,
  Section,
  Select,
  TextInput,
} from '~/components/ui';
import { lookPurposes, taskKinds } from '~/domains/care/choices';
import { care } from '~/i18n/care';
import { careLooks } from '~/i18n/care-looks';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { RhythmField } from './need-fields';

interface Stated {
  state: FormState | undefined;
}

/** The staff says for what it opens an entry. */
export function LookForm({ state, hours }: Stated & { hours: number }) {
  const t = useText(care);
  const l = useText(careLooks);
  return (
    <Section title={t('look-title')}>
      <Form intent="look" state={state} className="panel">
        <p>{t('look-lead', { hours })}</p>
        <RadioGroup
          name="purpose"
          label={t('look-purpose')}
          required
          choices={lookPurposes.map((value) => ({ value, label: l(`purpose.${value}`) }))}
        />
        <Button>{t('look-open')}</Button>
      </Form>
    </Section>
  );
}

/** The staff takes an entry on, or says why not. */
export function AnswerForms({ state, rhythmDays }: Stated & { rhythmDays: number }) {
  const t = useText(care);
  return (
    <Section title={t('answer-title')}>
      <Form intent="accept" state={state} initial={{ rhythmDays: String(rhythmDays) }} className="panel">
        <RhythmField label={t('accept-rhythm')} />
        <Button>{t('accept-send')}</Button>
      </Form>
      <ConfirmForm
        intent="decline"
        state={state}
        trigger={t('decline')}
        title={t('decline-title')}
        reason={t('reason')}
        danger
      />
    </Section>
  );
}

/** A visit or a check call, once or each week. */
export function PlanForm({ state }: Stated) {
  const t = useText(care);
  return (
    <DisclosureForm
      trigger={t('plan-title')}
      intent="plan"
      state={state}
      initial={{ kind: 'visit', minutes: '30', repeat: 'none', weeks: '4' }}
    >
      <RadioGroup
        name="kind"
        label={t('plan-kind')}
        required
        inline
        choices={taskKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Field name="startsAt" label={t('plan-starts')} required>
        <DateTimeInput />
      </Field>
      <Field name="minutes" label={t('plan-minutes')} required>
        <TextInput type="number" min={5} max={240} />
      </Field>
      <Field name="what" label={t('plan-what')} hint={t('plan-what-hint')} required>
        <TextInput maxLength={500} autoComplete="off" />
      </Field>
      <Field name="repeat" label={t('plan-repeat')}>
        <Select
          placeholder={null}
          options={(['none', 'weekly'] as const).map((value) => ({ value, label: t(`repeat.${value}`) }))}
        />
      </Field>
      <Field name="weeks" label={t('plan-weeks')}>
        <TextInput type="number" min={2} max={13} />
      </Field>
      <Button>{t('plan-send')}</Button>
    </DisclosureForm>
  );
}

export function EndForm({ state }: Stated) {
  const t = useText(care);
  return (
    <ConfirmForm
      intent="end"
      state={state}
      trigger={t('end')}
      title={t('end-title')}
      reason={t('reason')}
      danger
    />
  );
}

/** Says that the entry stands open, so that nobody leaves it so. */
export function OpenNotice() {
  const t = useText(care);
  return <Notice kind="warning">{t('looked-open')}</Notice>;
}
