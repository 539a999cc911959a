import {
  Button,
  DescriptionList,
  Field,
  Form,
  RadioGroup,
  Section,
  TextArea,
  TextInput,
  Time,
  TimeSpan,
} from '~/components/ui';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { hasKey } from '~/i18n/catalogue';
import { volunteerAppeals } from '~/i18n/volunteer-appeals';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface ShownRecord {
  name: string;
  state: string;
  minutes: number | null;
  /** What the times of coming and leaving come to, in minutes. */
  proposed: number;
  shift: { startsAt: Date; endsAt: Date };
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  note: string | null;
  objection: string | null;
  answer: string | null;
}

export function RecordFacts({ record }: { record: ShownRecord }) {
  const t = useText(volunteerAppeals);
  const ofPlace = useText(volunteering);
  const state = `place.${record.state}`;
  const time = (name: 'in' | 'out', at: Date | null) =>
    at ? [{ label: t(name), value: <Time value={at} /> }] : [];
  const words = (name: 'note' | 'objection' | 'answer') =>
    record[name] ? [{ label: t(name), value: record[name] }] : [];
  return (
    <DescriptionList
      items={[
        { label: t('who'), value: record.name },
        { label: t('shift'), value: <TimeSpan {...record.shift} /> },
        { label: t('recorded'), value: hasKey(volunteering, state) ? ofPlace(state) : record.state },
        ...(record.minutes === null ? [] : [{ label: t('hours'), value: String(hoursOf(record.minutes)) }]),
        ...time('in', record.checkedInAt),
        ...time('out', record.checkedOutAt),
        ...words('note'),
        ...words('objection'),
        ...words('answer'),
      ]}
    />
  );
}

export interface AppealedRecordProps {
  appeal: { at: Date; words: string; answer: string | null; answeredAt: Date | null };
}

/** What was said against it, and the answer or that one is awaited. */
export function AppealedRecord({ appeal }: AppealedRecordProps) {
  const t = useText(volunteerAppeals);
  const { answeredAt } = appeal;
  return (
    <Section title={t('appeal')}>
      <DescriptionList
        items={[
          { label: t('appealed-at'), value: <Time value={appeal.at} /> },
          ...(appeal.words ? [{ label: t('words'), value: appeal.words }] : []),
          { label: t('outcome'), value: answeredAt ? (appeal.answer ?? t('answered')) : t('waits') },
          ...(answeredAt ? [{ label: t('answered-at'), value: <Time value={answeredAt} /> }] : []),
        ]}
      />
    </Section>
  );
}

export function AppealForm({ until, state }: { until: Date | null; state: FormState | undefined }) {
  const t = useText(volunteerAppeals);
  return (
    <Section title={t('appeal')}>
      <p>
        {t('until')}
        {until && <Time value={until} format="date" />}
      </p>
      <Form intent="appeal" state={state}>
        <Field name="words" label={t('words')} hint={t('words-hint')} required>
          <TextArea rows={4} maximum={2000} />
        </Field>
        <Button>{t('submit')}</Button>
      </Form>
    </Section>
  );
}

const outcomes = ['stands', 'yes', 'excused'] as const;

/** For a moderator who neither belongs to the organisation nor decided before. */
export function DecideForm({ record, state }: { record: ShownRecord; state: FormState | undefined }) {
  const t = useText(volunteerAppeals);
  const minutes = record.minutes === null || record.minutes === 0 ? record.proposed : record.minutes;
  return (
    <Section title={t('decide')}>
      <Form intent="decide" state={state} initial={{ outcome: 'stands', hours: String(hoursOf(minutes)) }}>
        <RadioGroup
          name="outcome"
          label={t('outcome')}
          choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        <Field name="hours" label={t('hours')} hint={t('hours-hint')}>
          <TextInput inputMode="decimal" />
        </Field>
        <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
          <TextArea rows={3} maximum={500} />
        </Field>
        <Button>{t('decide')}</Button>
      </Form>
    </Section>
  );
}
