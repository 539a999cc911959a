import { Field, TextArea, TextInput } from '~/components/ui';
import { targets } from '~/i18n/targets';
import { useText } from '~/i18n/use-text';

/** What setting and changing a target both ask for. */
export function TargetFields({ reason }: { reason: string }) {
  const t = useText(targets);
  return (
    <>
      <Field name="value" label={t('value')} hint={t('value-hint')} required>
        <TextInput inputMode="decimal" maxLength={9} />
      </Field>
      <Field name="source" label={t('source')} hint={t('source-hint')} required>
        <TextInput maxLength={300} />
      </Field>
      <Field name="office" label={t('office')} hint={t('office-hint')} required>
        <TextInput maxLength={100} />
      </Field>
      <Field name="reason" label={reason} required>
        <TextArea rows={3} maximum={500} />
      </Field>
    </>
  );
}
