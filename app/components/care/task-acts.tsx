import {
  Button,
  ConfirmForm,
  DisclosureForm,
  Field,
  Form,
  RadioGroup,
  Section,
  TextArea,
} from '~/components/ui';
import { recordedAs } from '~/domains/care/choices';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface Stated {
  state: FormState | undefined;
}

/** Who is asked says yes or no. */
export function AnswerTask({ state }: Stated) {
  const t = useText(care);
  return (
    <>
      <p>{t('task-before')}</p>
      <div className="form-actions">
        <Form intent="accept" state={state}>
          <Button size="large">{t('task-accept')}</Button>
        </Form>
        <Form intent="give-back" state={state}>
          <Button size="large" variant="secondary">
            {t('task-refuse')}
          </Button>
        </Form>
      </div>
    </>
  );
}

/** The phone number is asked for, each time on record. */
export function PhoneForm({ state }: Stated) {
  const t = useText(care);
  return (
    <Form intent="phone" state={state}>
      <p>{t('task-phone-hint')}</p>
      <Button variant="secondary">{t('task-phone')}</Button>
    </Form>
  );
}

/** Whoever was there says how it was. */
export function RecordForm({ state }: Stated) {
  const t = useText(care);
  return (
    <Section title={t('record-title')}>
      <Form intent="record" state={state} className="panel">
        <RadioGroup
          name="as"
          label={t('record-as')}
          required
          choices={recordedAs.map((value) => ({ value, label: t(`as.${value}`) }))}
        />
        <Field name="words" label={t('record-words')} hint={t('record-words-hint')}>
          <TextArea rows={3} maximum={1000} />
        </Field>
        <Button size="large">{t('record-send')}</Button>
      </Form>
    </Section>
  );
}

export function GiveBackForm({ state }: Stated) {
  const t = useText(care);
  return (
    <Form intent="give-back" state={state}>
      <Button variant="quiet">{t('task-give-back')}</Button>
    </Form>
  );
}

export function CancelForm({ state }: Stated) {
  const t = useText(care);
  return (
    <ConfirmForm intent="cancel" state={state} trigger={t('task-cancel')} title={t('task-cancel-title')} />
  );
}

interface Matched {
  id: string;
  name: string;
  organisation: string;
  isFree: boolean;
  isNear: boolean;
  tasks: number;
}

/** The staff asks one of the vetted volunteers, those first whom it suits, or goes itself. */
export function AssignForms({ volunteers, state }: Stated & { volunteers: readonly Matched[] }) {
  const t = useText(care);
  const choices = volunteers.map((one) => ({
    value: one.id,
    label: t('of-organisation', { name: one.name, organisation: one.organisation }),
    hint: [
      ...(one.isFree ? [t('assign-free')] : []),
      ...(one.isNear ? [t('assign-near')] : []),
      t('assign-tasks', { count: one.tasks }),
    ].join(' · '),
  }));
  return (
    <Section title={t('assign-title')}>
      {choices.length === 0 ? (
        <p>{t('assign-none')}</p>
      ) : (
        <Form intent="offer" state={state} className="panel">
          <RadioGroup name="volunteerId" label={t('assign-volunteer')} required choices={choices} />
          <Button>{t('assign-send')}</Button>
        </Form>
      )}
      <Form intent="take" state={state}>
        <Button variant="secondary">{t('assign-self')}</Button>
      </Form>
    </Section>
  );
}

export function SeeToForm({ state }: Stated) {
  const t = useText(care);
  return (
    <Form intent="see-to" state={state} className="panel">
      <p>{t('see-to-lead')}</p>
      <Button>{t('see-to')}</Button>
    </Form>
  );
}

/** Words against a record, or their answer. */
export function WordsForm({ state, answers }: Stated & { answers: boolean }) {
  const t = useText(care);
  return (
    <DisclosureForm
      trigger={t(answers ? 'object-answer' : 'object')}
      intent={answers ? 'answer-objection' : 'object'}
      state={state}
    >
      <Field name="words" label={t(answers ? 'fact.answer' : 'object-words')} required>
        <TextArea rows={3} maximum={500} />
      </Field>
      <Button>{t(answers ? 'object-answer' : 'object-send')}</Button>
    </DisclosureForm>
  );
}
