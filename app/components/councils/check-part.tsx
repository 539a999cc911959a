import { Button, Form, Notice, Section, Time } from '~/components/ui';
import { formatPercentage } from '~/lib/formats';
import { councilDesk } from '~/i18n/council-desk';
import { useLocale, useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';

interface Bound {
  feature: string;
  value: string;
  bound: 'min' | 'max';
  quota: number;
}

/** Who can never be drawn: groups of five and more, and how many others; null for fewer than five. */
interface Never {
  groups: readonly { values: readonly string[]; people: number }[];
  rest: number | null;
}

interface Relaxation {
  seats: number;
  changes: readonly (Bound & { change: number })[];
  /** Null where that was not found out in time. */
  never: Never | null;
}

type Answer =
  | { feasible: true; minimum: number; never: Never; certain: number }
  | {
      feasible: false;
      why: 'quotas-conflict' | 'too-few-people';
      conflicts: readonly (readonly Bound[])[];
      relaxations: readonly Relaxation[];
    };

export interface CheckPartProps {
  version: number;
  checking: Decision;
  check: { at: string; people: number; seats: number; tried?: string | undefined; answer: Answer } | null;
  state: FormState | undefined;
}

/** Whether the quotas can be met, and what would help where not. */
export function CheckPart({ version, check, checking, state }: CheckPartProps) {
  const d = useText(councilDesk);
  return (
    <Section title={d('check')} id="check">
      <p>{d('check-lead')}</p>
      {checking.allowed ? (
        <Form intent="check" hidden={{ version: String(version) }} state={state} className="inline-form">
          <Button variant="secondary">{d('do-check')}</Button>
        </Form>
      ) : (
        <Notice>{checking.words}</Notice>
      )}
      {check && (
        <>
          <About check={check} />
          {check.tried !== undefined && (
            <Notice>
              <p>{d('tried')}</p>
              <pre>{check.tried}</pre>
            </Notice>
          )}
          {check.answer.feasible ? (
            <Feasible answer={check.answer} />
          ) : (
            <Infeasible answer={check.answer} mayAccept={check.tried === undefined} {...{ version, state }} />
          )}
        </>
      )}
    </Section>
  );
}

function About({ check }: { check: NonNullable<CheckPartProps['check']> }) {
  const d = useText(councilDesk);
  return (
    <p>
      <Time value={new Date(check.at)} />
      {d('check-about', { people: check.people, seats: check.seats })}
    </p>
  );
}

function Feasible({ answer }: { answer: Extract<Answer, { feasible: true }> }) {
  const d = useText(councilDesk);
  const minimum = formatPercentage(useLocale(), answer.minimum);
  const { certain, never } = answer;
  return (
    <>
      <Notice kind="success">{d('feasible', { minimum })}</Notice>
      {certain > 0 && (
        <Notice kind="warning">
          <p>{d('certain', { count: certain })}</p>
          <p>{d('auditors-know')}</p>
        </Notice>
      )}
      <NeverDrawn never={never} />
    </>
  );
}

function NeverDrawn({ never: { groups, rest } }: { never: Never }) {
  const d = useText(councilDesk);
  if (groups.length === 0 && rest === 0) return <p>{d('never-drawn-none')}</p>;
  return (
    <>
      <p>{d('never-drawn')}</p>
      <ul>
        {groups.map(({ values, people }) => (
          <li key={values.join()}>{d('never-group', { values: values.join(' · '), count: people })}</li>
        ))}
        {rest !== 0 && <li>{rest === null ? d('never-few') : d('never-rest', { count: rest })}</li>}
      </ul>
      <p>{d('auditors-know')}</p>
    </>
  );
}

interface InfeasibleProps extends Pick<CheckPartProps, 'version' | 'state'> {
  answer: Extract<Answer, { feasible: false }>;
  /** Those of bounds that were tried are not the council's: they are saved first. */
  mayAccept: boolean;
}

function Infeasible({ answer, mayAccept, version, state }: InfeasibleProps) {
  const d = useText(councilDesk);
  if (answer.why === 'too-few-people') return <Notice kind="warning">{d('too-few-people')}</Notice>;
  return (
    <>
      <Notice kind="warning">{d('infeasible')}</Notice>
      <h3>{d('conflicts')}</h3>
      <ul>
        {answer.conflicts.map((set) => (
          <li key={set.map(keyOf).join()}>
            {set.map((bound) => d(`bound.${bound.bound}`, { ...bound })).join(' · ')}
          </li>
        ))}
      </ul>
      <h3>{d('relaxations')}</h3>
      <p>{d('relaxations-lead')}</p>
      {answer.relaxations.map((relaxation, choice) => (
        <OneRelaxation
          key={relaxation.changes.map(keyOf).join()}
          {...{ relaxation, choice, mayAccept, version, state }}
        />
      ))}
    </>
  );
}

const keyOf = ({ feature, value, bound }: Bound) => `${feature} ${value} ${bound}`;

interface OneRelaxationProps extends Pick<CheckPartProps, 'version' | 'state'> {
  relaxation: Relaxation;
  choice: number;
  mayAccept: boolean;
}

function OneRelaxation({ relaxation, choice, mayAccept, version, state }: OneRelaxationProps) {
  const d = useText(councilDesk);
  const { changes, never } = relaxation;
  return (
    <Form
      intent="relax"
      hidden={{ version: String(version), choice: String(choice) }}
      state={state}
      className="panel"
    >
      <ul>
        {changes.map((change) => (
          <li key={keyOf(change)}>
            {d(`change.${change.bound}`, { ...change, to: change.quota + change.change })}
          </li>
        ))}
      </ul>
      {never ? <NeverDrawn never={never} /> : <p>{d('never-unknown')}</p>}
      {mayAccept && <Button variant="secondary">{d('relax')}</Button>}
    </Form>
  );
}
