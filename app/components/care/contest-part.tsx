import { Button, DescriptionList, DisclosureForm, Field, Form, RadioGroup, Section } from '~/components/ui';
import { TextArea, Time } from '~/components/ui';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { CareState } from './care-state';

interface Contest {
  id: string;
  state: string;
  createdAt: Date;
  dueAt: Date;
  words: string;
  answer: string;
}

interface ContestPartProps {
  contests: readonly Contest[];
  /** The next office answers the one that is open. */
  answers: boolean;
  days: { answer: number; raised: number };
  state: FormState | undefined;
}

/** What was said against the place in the order, with the answers. */
export function ContestPart({ contests, answers, days, state }: ContestPartProps) {
  const t = useText(care);
  if (contests.length === 0) return null;
  return (
    <Section title={t('contests-title')}>
      {contests.map((contest) => (
        <div key={contest.id} className="panel">
          <p>
            <CareState of="contest" state={contest.state} />
          </p>
          <DescriptionList
            items={[
              { label: t('fact.since'), value: <Time value={contest.createdAt} format="date" /> },
              { label: t('contest-words'), value: contest.words },
              {
                label: t('contest-until'),
                value: contest.state === 'open' && <Time value={contest.dueAt} format="date" />,
              },
              { label: t('fact.answer'), value: contest.answer },
            ]}
          />
          {answers && contest.state === 'open' && <AnswerForm id={contest.id} {...{ days, state }} />}
        </div>
      ))}
    </Section>
  );
}

function AnswerForm({ id, days, state }: { id: string } & Pick<ContestPartProps, 'days' | 'state'>) {
  const t = useText(care);
  return (
    <Form intent="answer-contest" hidden={{ contestId: id }} state={state}>
      <RadioGroup
        name="verdict"
        label={t('contest-answer')}
        required
        choices={[
          { value: 'grant', label: t('contest-grant', { days: days.raised }) },
          { value: 'refuse', label: t('contest-refuse') },
        ]}
      />
      <Field name="answer" label={t('reason')} required>
        <TextArea rows={3} maximum={1000} />
      </Field>
      <Button>{t('contest-answer')}</Button>
    </Form>
  );
}

/** Where those concerned say against their place. */
export function ContestForm({ days, state }: { days: number; state: FormState | undefined }) {
  const t = useText(care);
  return (
    <DisclosureForm
      trigger={t('contest')}
      description={<p>{t('contest-hint', { days })}</p>}
      intent="contest"
      state={state}
    >
      <Field name="words" label={t('contest-words')} required>
        <TextArea rows={3} maximum={1000} />
      </Field>
      <Button>{t('contest-send')}</Button>
    </DisclosureForm>
  );
}
