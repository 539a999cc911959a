import {
  AreaField,
  Checkbox,
  CheckboxGroup,
  Field,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { careKinds, entitlements, rhythms } from '~/domains/care/choices';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/choices/area-choices';

/** For whom it is stated, and by what right. */
export function WhoFields({ areas }: { areas: AreaChoices }) {
  const t = useText(care);
  return (
    <>
      <RadioGroup
        name="entitlement"
        label={t('form.for')}
        required
        choices={entitlements.map((value) => ({ value, label: t(`entitled.${value}`) }))}
      />
      <Field name="personEmail" label={t('form.email')} hint={t('form.email-hint')}>
        <TextInput type="email" maxLength={254} autoComplete="off" />
      </Field>
      <Checkbox name="confirmed" value="yes" label={t('form.confirmed')} />
      <AreaField name="areaId" label={t('form.area')} areas={areas} required />
    </>
  );
}

/** What is needed, where, and how to reach the person. */
export function NeedFields() {
  const t = useText(care);
  return (
    <>
      <Field name="called" label={t('form.called')} hint={t('form.called-hint')} required>
        <TextInput maxLength={30} autoComplete="off" />
      </Field>
      <CheckboxGroup
        name="kinds"
        label={t('form.kinds')}
        required
        choices={careKinds.map((value) => ({ value, label: t(`need.${value}`) }))}
      />
      <Checkbox name="urgent" value="yes" label={t('form.urgent')} />
      <RhythmField label={t('form.rhythm')} />
      <Field name="place" label={t('form.place')} required>
        <TextInput maxLength={200} autoComplete="off" />
      </Field>
      <Field name="phone" label={t('form.phone')} required>
        <TextInput type="tel" maxLength={24} autoComplete="off" />
      </Field>
      <Field name="words" label={t('form.words')} hint={t('form.words-hint')}>
        <TextArea rows={3} maximum={1000} />
      </Field>
      <Field name="emergencyName" label={t('form.emergency-name')}>
        <TextInput maxLength={30} autoComplete="off" />
      </Field>
      <Field name="emergencyPhone" label={t('form.emergency-phone')}>
        <TextInput type="tel" maxLength={24} autoComplete="off" />
      </Field>
      <Field name="until" label={t('form.until')}>
        <TextInput type="date" />
      </Field>
    </>
  );
}

export function RhythmField({ label }: { label: string }) {
  const t = useText(care);
  return (
    <Field name="rhythmDays" label={label} required>
      <Select options={rhythms.map((days) => ({ value: String(days), label: t(`rhythm.${days}`) }))} />
    </Field>
  );
}

/** The consent for sensitive information stands apart, and is ticked by nobody else. */
export function ConsentField() {
  const t = useText(care);
  return (
    <fieldset className="field">
      <legend className="field-label">{t('form.consent-title')}</legend>
      <p>{t('form.consent-why')}</p>
      <Checkbox name="consent" value="yes" label={t('form.consent')} required />
    </fieldset>
  );
}
