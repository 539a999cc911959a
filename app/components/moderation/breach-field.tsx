import { Field, Select } from '~/components/ui';
import { breaches } from '~/domains/moderation/grounds';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';

/** The rule for which something is hidden; where none is named, the one that most reports gave. */
export function BreachField() {
  const t = useText(moderation);
  const options = breaches.map((value) => ({ value, label: t(`breach.${value}`) }));
  return (
    <Field name="ground" label={t('breach')} hint={t('breach-hint')}>
      <Select options={[{ value: '', label: t('breach-none') }, ...options]} />
    </Field>
  );
}
