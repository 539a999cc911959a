import { Field, Select } from '~/components/ui';
import { mailFrequencies } from '~/domains/identity/mail-frequencies';
import { identity } from '~/i18n/identity';
import { locales } from '~/i18n/locale';
import { useText } from '~/i18n/use-text';

/** In which language, and how often by mail. */
export function HowToBeTold() {
  const t = useText(identity);
  return (
    <>
      <Field name="locale" label={t('account.locale')} required>
        <Select
          placeholder={null}
          options={locales.map((value) => ({ value, label: t(`account.locale-${value}`) }))}
        />
      </Field>
      <Field name="mailFrequency" label={t('account.mail-frequency')} required>
        <Select
          placeholder={null}
          options={mailFrequencies.map((value) => ({ value, label: t(`account.mail-${value}`) }))}
        />
      </Field>
    </>
  );
}
