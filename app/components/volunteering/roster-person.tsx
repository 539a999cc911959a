import {
  Button,
  DisclosureForm,
  Field,
  Form,
  Notice,
  Select,
  StatusBadge,
  TextInput,
  Time,
} from '~/components/ui';
import { isExpected } from '~/domains/volunteering/lifecycle';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { hasKey } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { ConfirmHours } from './organise-shifts';

export interface ShownPerson {
  id: string;
  name: string;
  state: string;
  seats: number;
  role: string;
  groupName: string;
  walkIn: boolean;
  busy: boolean;
  age: 'fits' | 'unknown' | 'too-young';
  own: boolean;
  minutes: number | null;
  /** What is proposed for confirmation, in minutes. */
  proposed: number;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  objection: string | null;
  /** As the person lets it be seen; 0 where it is not, or where there is none. */
  level: number;
  evaluation: string | null;
  stars: number | null;
  answers: readonly string[];
}

export interface RosterPersonProps {
  person: ShownPerson;
  begun: boolean;
  questions: readonly string[];
  state: FormState | undefined;
}

/** One line of the roster: who, whether they came, their hours, what they ask. */
export function RosterPerson({ person, begun, questions, state }: RosterPersonProps) {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  const key = `place.${person.state}`;
  const came = isExpected(person.state);
  return (
    <li>
      <strong>{person.name}</strong>{' '}
      <StatusBadge>{hasKey(volunteering, key) ? t(key) : person.state}</StatusBadge>
      {person.level > 0 && <StatusBadge tone="info">{d('level', { level: person.level })}</StatusBadge>}
      {person.walkIn && <StatusBadge tone="info">{d('walk-in')}</StatusBadge>}
      {person.busy && <StatusBadge tone="warning">{d('busy')}</StatusBadge>}
      <PersonFacts person={person} questions={questions} />
      {person.own && begun && <p>{t('second-person')}</p>}
      {(came || begun) && !person.own && <Ticks person={person} state={state} />}
      {came && begun && !person.own && <ConfirmHours row={person} proposed={person.proposed} state={state} />}
      {person.state === 'attended' && !person.own && <Evaluate person={person} state={state} />}
      {person.objection !== null && <Objection person={person} state={state} />}
    </li>
  );
}

function PersonFacts({ person, questions }: Pick<RosterPersonProps, 'person' | 'questions'>) {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  return (
    <div className="card-meta">
      {person.role && <span>{person.role}</span>}
      {person.seats > 1 && (
        <span>
          {d('seats')} {person.seats} {person.groupName}
        </span>
      )}
      {person.age === 'unknown' && <span>{d('age-unknown')}</span>}
      {person.age === 'too-young' && <StatusBadge tone="warning">{d('age-too-young')}</StatusBadge>}
      {person.checkedInAt && (
        <span>
          {d('in')} <Time value={person.checkedInAt} format="time" />
        </span>
      )}
      {person.checkedOutAt && (
        <span>
          {d('out')} <Time value={person.checkedOutAt} format="time" />
        </span>
      )}
      {person.minutes !== null && <span>{t('minutes', { hours: hoursOf(person.minutes) })}</span>}
      {questions.map((question, at) =>
        person.answers[at] ? (
          <span key={question}>
            {question} {person.answers[at]}
          </span>
        ) : null,
      )}
    </div>
  );
}

function Ticks({ person, state }: Pick<RosterPersonProps, 'person' | 'state'>) {
  const d = useText(volunteerDesk);
  const what = !person.checkedInAt ? 'in' : !person.checkedOutAt ? 'out' : null;
  if (what === null || person.minutes !== null) return null;
  return (
    <Form intent="tick" hidden={{ signUpId: person.id, what }} state={state}>
      <Button size="small" variant="secondary">
        {d(what === 'in' ? 'tick-in' : 'tick-out')}
      </Button>
    </Form>
  );
}

/** How the service was, where the organisers want to say so: the volunteer reads it, and may object. */
function Evaluate({ person, state }: Pick<RosterPersonProps, 'person' | 'state'>) {
  const d = useText(volunteerDesk);
  const stars = [1, 2, 3, 4, 5].map((count) => ({ value: String(count), label: String(count) }));
  return (
    <DisclosureForm
      trigger={d('evaluate')}
      size="small"
      variant="quiet"
      intent="evaluate"
      hidden={{ signUpId: person.id }}
      initial={{ evaluation: person.evaluation ?? '', stars: String(person.stars ?? '') }}
      state={state}
      description={<p>{d('evaluate-hint')}</p>}
    >
      <Field name="evaluation" label={d('evaluation')}>
        <TextInput maxLength={200} />
      </Field>
      <Field name="stars" label={d('stars')}>
        <Select placeholder={d('no-stars')} options={stars} />
      </Field>
      <Button size="small">{d('evaluate')}</Button>
    </DisclosureForm>
  );
}

function Objection({ person, state }: Pick<RosterPersonProps, 'person' | 'state'>) {
  const d = useText(volunteerDesk);
  return (
    <>
      <Notice kind="warning">{d('objection', { words: person.objection ?? '' })}</Notice>
      {!person.own && (
        <DisclosureForm
          trigger={d('answer')}
          size="small"
          variant="quiet"
          intent="answer"
          hidden={{ signUpId: person.id }}
          state={state}
          description={<p>{d('answer-hint')}</p>}
        >
          <Field name="words" label={d('answer')} required>
            <TextInput maxLength={500} />
          </Field>
          <Button size="small">{d('answer')}</Button>
        </DisclosureForm>
      )}
    </>
  );
}
