import { AreaField, DateTimeInput, Field, MarkdownEditor, RadioGroup, TextInput } from '~/components/ui';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/area-choices';

/** What is said of a meeting when it is convened. */
export function MeetingFields({ areas }: { areas: AreaChoices }) {
  const t = useText(meetings);
  return (
    <>
      <Field name="title" label={t('form.title')} required>
        <TextInput maxLength={80} />
      </Field>
      <AreaField name="areaId" label={t('form.area')} required areas={areas} />
      <Field name="startsAt" label={t('form.starts-at')} required>
        <DateTimeInput />
      </Field>
      <Field name="endsAt" label={t('form.ends-at')} required>
        <DateTimeInput />
      </Field>
      <Field name="place" label={t('form.place')} hint={t('form.place-hint')} required>
        <TextInput maxLength={100} />
      </Field>
      <Field name="purpose" label={t('form.purpose')} required>
        <MarkdownEditor rows={5} maximum={5000} />
      </Field>
      <RadioGroup
        name="isPublic"
        label={t('form.is-public')}
        required
        choices={[
          { value: 'yes', label: t('form.is-public-yes') },
          { value: 'no', label: t('form.is-public-no') },
        ]}
      />
    </>
  );
}
