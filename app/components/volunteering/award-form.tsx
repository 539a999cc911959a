import { Button, CheckboxGroup, Field, Form, RadioGroup, TextInput } from '~/components/ui';
import { awardKinds } from '~/domains/volunteering/awards/award-kinds';
import { volunteerRecord } from '~/i18n/volunteer-record';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface AwardFormProps {
  volunteers: readonly { value: string; label: string }[];
  state: FormState | undefined;
}

/** A training or an honour, recorded for one volunteer or for many in one act. */
export function AwardForm({ volunteers, state }: AwardFormProps) {
  const t = useText(volunteerRecord);
  return (
    <Form intent="record" state={state} initial={{ kind: 'training' }}>
      <RadioGroup
        name="kind"
        label={t('kind')}
        inline
        choices={awardKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Field name="name" label={t('name')} required>
        <TextInput maxLength={80} />
      </Field>
      <Field name="day" label={t('day')} required>
        <TextInput type="date" />
      </Field>
      <Field name="content" label={t('taught')}>
        <TextInput maxLength={300} />
      </Field>
      <Field name="hours" label={t('learning-hours')}>
        <TextInput type="number" min={0} max={500} step={0.5} />
      </Field>
      <CheckboxGroup name="personIds" label={t('who')} required inline choices={volunteers} />
      <Button>{t('submit')}</Button>
    </Form>
  );
}
