import { Field, Select } from '~/components/ui';
import { identity } from '~/i18n/identity';
import { locales } from '~/i18n/locale';
import { useText } from '~/i18n/use-text';

/** In which language mails and pushes are written. */
export function MailLanguage() {
  const t = useText(identity);
  return (
    <Field name="locale" label={t('account.locale')} required>
      <Select
        placeholder={null}
        options={locales.map((value) => ({ value, label: t(`account.locale-${value}`) }))}
      />
    </Field>
  );
}
