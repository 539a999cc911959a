import { DateTimeInput, Field, MarkdownEditor, RadioGroup, TextArea, TextInput } from '~/components/ui';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

/** All that is said of a council when it is founded. */
export function CouncilFields() {
  const t = useText(councils);
  return (
    <>
      <Field name="title" label={t('form.title')} required>
        <TextInput maxLength={80} />
      </Field>
      <Field name="purpose" label={t('form.purpose')} required>
        <MarkdownEditor rows={5} maximum={5000} />
      </Field>
      <Field name="seats" label={t('form.seats')} required>
        <TextInput type="number" min={1} max={500} />
      </Field>
      <Field name="quotas" label={t('form.quotas')} hint={t('form.quotas-hint')} required>
        <TextArea rows={8} maximum={20_000} />
      </Field>
      <RadioGroup
        name="onePerHousehold"
        label={t('form.household')}
        required
        choices={[
          { value: 'yes', label: t('form.household-yes') },
          { value: 'no', label: t('form.household-no') },
        ]}
      />
      <Field name="volunteersUntil" label={t('form.volunteers-until')} required>
        <DateTimeInput dateOnly />
      </Field>
      <Field name="termUntil" label={t('form.term-until')} hint={t('form.term-until-hint')} required>
        <DateTimeInput dateOnly />
      </Field>
      <Field name="panels" label={t('form.panels')} hint={t('form.panels-hint')} required>
        <TextInput type="number" min={10} max={10_000} />
      </Field>
    </>
  );
}
