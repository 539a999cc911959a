import { Button, Checkbox, Field, Form, RadioGroup, Section, TextArea, TextInput } from '~/components/ui';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface OwnSeat {
  id: string;
  organisation: string | null;
  answer: string | null;
  substitute: string;
  showsName: boolean;
}

interface SeatFormProps {
  seat: OwnSeat;
  state: FormState | undefined;
}

function useHeading({ organisation }: OwnSeat): string {
  const t = useText(meetings);
  return organisation === null ? t('your-seat') : t('your-seat-of', { name: organisation });
}

/** Where who is invited says whether they come, or who comes instead. */
export function AnswerForm({ seat, state }: SeatFormProps) {
  const t = useText(meetings);
  return (
    <Section title={useHeading(seat)}>
      <Form
        intent="answer"
        hidden={{ seatId: seat.id }}
        state={state}
        initial={{ answer: seat.answer ?? '', substitute: seat.substitute }}
        className="panel"
      >
        <RadioGroup
          name="answer"
          label={t('answer')}
          required
          choices={(['yes', 'no', 'substitute'] as const).map((answer) => ({
            value: answer,
            label: t(`answer.${answer}`),
          }))}
        />
        <Field name="substitute" label={t('substitute')} hint={t('substitute-hint')}>
          <TextInput maxLength={60} />
        </Field>
        <Checkbox
          name="showsName"
          value="yes"
          label={t('shows-name')}
          hint={t('shows-name-hint')}
          defaultChecked={seat.showsName}
        />
        <Button>{t('send-answer')}</Button>
      </Form>
    </Section>
  );
}

/** Where whoever bears the name at a seat lets it stand there for everyone, or takes it back. */
export function NameForm({ seat, state }: SeatFormProps) {
  const t = useText(meetings);
  return (
    <Section title={useHeading(seat)}>
      <Form intent="show-name" hidden={{ seatId: seat.id }} state={state} className="panel">
        <Checkbox
          name="showsName"
          value="yes"
          label={t('shows-name')}
          hint={t('shows-name-hint')}
          defaultChecked={seat.showsName}
        />
        <Button variant="secondary">{t('save')}</Button>
      </Form>
    </Section>
  );
}

/** Where who was there approves the minutes, or objects in words. */
export function VerdictForm({ seat, state }: SeatFormProps) {
  const t = useText(meetings);
  return (
    <Section title={useHeading(seat)}>
      <Form intent="verdict" hidden={{ seatId: seat.id }} state={state} className="panel">
        <RadioGroup
          name="verdict"
          label={t('verdict')}
          required
          choices={(['approved', 'objected'] as const).map((verdict) => ({
            value: verdict,
            label: t(`verdict.${verdict}`),
          }))}
        />
        <Field name="words" label={t('verdict-words')} hint={t('verdict-words-hint')}>
          <TextArea rows={3} maximum={1000} />
        </Field>
        <Button>{t('send-verdict')}</Button>
      </Form>
    </Section>
  );
}
