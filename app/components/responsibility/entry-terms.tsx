import { Field, Select, TextArea, TextInput } from '~/components/ui';
import { responsibility } from '~/i18n/responsibility';
import { useText } from '~/i18n/use-text';

/** What an entry of a responsibility list says: the department, on which basis, within what time, and why. */
export function EntryTerms({ departments }: { departments: readonly { id: string; name: string }[] }) {
  const t = useText(responsibility);
  return (
    <>
      <Field name="departmentId" label={t('department')} required>
        <Select options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="basis" label={t('basis')} hint={t('basis-hint')} required>
        <TextInput maxLength={300} />
      </Field>
      <Field name="days" label={t('days')} hint={t('days-hint')}>
        <TextInput inputMode="numeric" maxLength={3} />
      </Field>
      <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
        <TextArea rows={2} maximum={500} />
      </Field>
    </>
  );
}
