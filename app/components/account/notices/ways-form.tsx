import {
  Button,
  Checkbox,
  CheckboxGroup,
  Field,
  FieldSet,
  Form,
  Section,
  Select,
  TextInput,
} from '~/components/ui';
import type { MutableTopic } from '~/domains/notifications/topics';
import type { NoticeGroup } from '~/domains/notifications/ways/groups';
import { mailWays } from '~/domains/notifications/ways/mail-ways';
import { noticeTopics } from '~/i18n/notice-topics';
import { noticeWays } from '~/i18n/notice-ways';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface ShownGroup {
  group: NoticeGroup;
  /** What can be left out of it, and what is not. */
  topics: readonly MutableTopic[];
  kept: readonly MutableTopic[];
  mail: string;
  push: boolean;
}

export interface ShownWays {
  groups: ShownGroup[];
  mailFrequency: string;
  weekly: boolean;
  quiet: boolean;
  quietStart: string;
  quietEnd: string;
}

interface WaysFormProps {
  ways: ShownWays;
  state: FormState | undefined;
}

/** How a person is told: by mail, on devices, by which topic, and when not. */
export function WaysForm({ ways, state }: WaysFormProps) {
  const t = useText(noticeWays);
  const { mailFrequency, quietStart, quietEnd } = ways;
  const initial = { mailFrequency, quietStart, quietEnd };
  return (
    <Form state={state} intent="ways" initial={initial}>
      <Section title={t('mail-title')}>
        <Field name="mailFrequency" label={t('mailFrequency')} hint={t('mailFrequency-hint')} required>
          <Select
            placeholder={null}
            options={mailWays.map((value) => ({ value, label: t(`mail-${value}`) }))}
          />
        </Field>
        <Checkbox
          name="weekly"
          value="yes"
          label={t('weekly')}
          hint={t('weekly-hint')}
          defaultChecked={ways.weekly}
        />
      </Section>
      <Section title={t('groups-title')}>
        <p className="field-hint">{t('groups-hint')}</p>
        {ways.groups.map((row) => (
          <GroupWays key={row.group} row={row} />
        ))}
      </Section>
      <QuietHours quiet={ways.quiet} />
      <div className="form-actions">
        <Button>{t('save')}</Button>
      </div>
    </Form>
  );
}

function GroupWays({ row }: { row: ShownGroup }) {
  const t = useText(noticeWays);
  const topic = useText(noticeTopics);
  const { group, topics, kept, mail, push } = row;
  const asked = mailWays.map((value) => ({
    ...{ value, label: value === 'none' ? t('group-mail-none') : t(`mail-${value}`) },
  }));
  return (
    <FieldSet legend={t(`group.${group}`)} hint={topics.length === 0 ? t('own-hint') : undefined}>
      {topics.length > 0 && (
        <CheckboxGroup
          inline
          name={`topics-${group}`}
          label={t('receive')}
          choices={topics.map((value) => ({ value, label: topic(`topic.${value}`) }))}
          defaultValues={kept}
        />
      )}
      <Field name={`mail-${group}`} label={t('group-mail')}>
        <Select placeholder={t('group-mail-usual')} options={asked} defaultValue={mail} />
      </Field>
      <Checkbox name={`push-${group}`} value="yes" label={t('push')} defaultChecked={push} />
    </FieldSet>
  );
}

function QuietHours({ quiet }: { quiet: boolean }) {
  const t = useText(noticeWays);
  return (
    <Section title={t('quiet-title')}>
      <Checkbox name="quiet" value="yes" label={t('quiet')} hint={t('quiet-hint')} defaultChecked={quiet} />
      <Field name="quietStart" label={t('quietStart')} required>
        <TextInput type="time" />
      </Field>
      <Field name="quietEnd" label={t('quietEnd')} required>
        <TextInput type="time" />
      </Field>
    </Section>
  );
}
