import { Checkbox, Field, FieldSet, FileUpload, TextInput } from '~/components/ui';
import { portalProfile } from '~/i18n/portal-profile';
import { useText } from '~/i18n/use-text';

/** How the portal calls itself, is reached and looks. */
export function ProfileFields({ hasLogo }: { hasLogo: boolean }) {
  const t = useText(portalProfile);
  return (
    <>
      <FieldSet legend={t('names')}>
        <Words name="nameChinese" label={t('name-chinese')} most={20} required />
        <Words name="nameEnglish" label={t('name-english')} most={40} />
        <Words name="sloganChinese" label={t('slogan-chinese')} most={30} />
        <Words name="sloganEnglish" label={t('slogan-english')} most={60} />
      </FieldSet>
      <FieldSet legend={t('contact')}>
        <Field name="phone" label={t('phone')}>
          <TextInput type="tel" maxLength={40} />
        </Field>
        <Words name="hours" label={t('hours')} hint={t('hours-hint')} most={100} />
        <Field name="mailAddress" label={t('mailAddress')}>
          <TextInput type="email" maxLength={254} />
        </Field>
        <Words name="address" label={t('address')} most={200} />
      </FieldSet>
      <FieldSet legend={t('look')}>
        <Words name="colourLight" label={t('colour-light')} hint={t('colour-hint')} most={7} />
        <Words name="colourDark" label={t('colour-dark')} hint={t('colour-hint')} most={7} />
        <Field name="pictures" label={t('logo')} hint={t('logo-hint')}>
          <FileUpload multiple={false} />
        </Field>
        {hasLogo && <Checkbox name="withoutLogo" value="yes" label={t('without-logo')} />}
      </FieldSet>
      <Words name="reason" label={t('reason')} hint={t('reason-hint')} most={300} required />
    </>
  );
}

interface WordsProps {
  name: string;
  label: string;
  hint?: string;
  most: number;
  required?: boolean;
}

function Words({ name, label, hint, most, required = false }: WordsProps) {
  return (
    <Field name={name} label={label} hint={hint} required={required}>
      <TextInput maxLength={most} />
    </Field>
  );
}
