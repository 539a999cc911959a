import { Field, Select, TextInput } from '~/components/ui';
import { meetingKinds } from '~/domains/ballots/vocabulary';
import { statutoryRecord } from '~/i18n/statutory-record';
import { useText } from '~/i18n/use-text';

/** What a statutory record says of its meeting, as it is typed. */
export function MeetingFields() {
  const t = useText(statutoryRecord);
  return (
    <>
      <Field name="meetingKind" label={t('form.meetingKind')} required>
        <Select
          options={meetingKinds.map((kind) => ({ value: kind, label: t(`meeting.${kind}`) }))}
          placeholder={t('form.choose')}
        />
      </Field>
      <Field name="convener" label={t('form.convener')} hint={t('form.convener-hint')} required>
        <TextInput maxLength={80} />
      </Field>
      <Field name="meetingPlace" label={t('form.meetingPlace')} hint={t('form.meetingPlace-hint')} required>
        <TextInput maxLength={200} />
      </Field>
    </>
  );
}
