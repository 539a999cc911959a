import {
  AreaField,
  CheckboxGroup,
  DateTimeInput,
  Field,
  MarkdownEditor,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/choices/area-choices';

const kinds = ['joint', 'group', 'residents-council', 'four-discussions'] as const;
const repeats = ['none', 'weekly', 'fortnightly', 'monthly'] as const;

/** When, where and why: what can be changed until the meeting begins. */
export function TimeAndPlaceFields() {
  const t = useText(meetings);
  return (
    <>
      <Field name="title" label={t('form.title')} required>
        <TextInput maxLength={80} />
      </Field>
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
    </>
  );
}

export function QuorumField() {
  const t = useText(meetings);
  return (
    <Field name="quorum" label={t('form.quorum')} hint={t('form.quorum-hint')}>
      <TextInput type="number" min={1} max={100} />
    </Field>
  );
}

export interface GuestFieldsProps {
  organisations: readonly { id: string; name: string }[];
}

/** Who is invited. */
export function GuestFields({ organisations }: GuestFieldsProps) {
  const t = useText(meetings);
  return (
    <>
      {organisations.length > 0 && (
        <CheckboxGroup
          name="organisationIds"
          label={t('form.organisations')}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Field
        name="organisationNames"
        label={t('form.organisation-names')}
        hint={t('form.organisation-names-hint')}
      >
        <TextArea rows={2} maximum={10_000} />
      </Field>
      <Field name="people" label={t('form.people')} hint={t('form.people-hint')}>
        <TextArea rows={4} maximum={20_000} />
      </Field>
    </>
  );
}

/** All that is said of a meeting when it is convened. */
export function MeetingFields({ areas, organisations }: GuestFieldsProps & { areas: AreaChoices }) {
  const t = useText(meetings);
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('form.kind')}
        required
        choices={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <AreaField name="areaId" label={t('form.area')} required areas={areas} />
      <TimeAndPlaceFields />
      <GuestFields organisations={organisations} />
      <QuorumField />
      <RadioGroup
        name="isPublic"
        label={t('form.is-public')}
        required
        choices={[
          { value: 'yes', label: t('form.is-public-yes') },
          { value: 'no', label: t('form.is-public-no') },
        ]}
      />
      <Field name="repeat" label={t('form.repeat')} required>
        <Select options={repeats.map((repeat) => ({ value: repeat, label: t(`form.repeat-${repeat}`) }))} />
      </Field>
      <Field name="count" label={t('form.count')} hint={t('form.count-hint')}>
        <TextInput type="number" min={2} max={26} />
      </Field>
    </>
  );
}
