import { Button, Form, Notice, Section, Time, formatPercentage } from '~/components/ui';
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

interface Relaxation {
  seats: number;
  changes: readonly (Bound & { change: number })[];
  neverDrawn: number;
}

type Answer =
  | { feasible: true; minimum: number; impossible: number; certain: number }
  | {
      feasible: false;
      why: 'quotas-conflict' | 'too-few-people';
      conflicts: readonly (readonly Bound[])[];
      relaxations: readonly Relaxation[];
    };

export interface CheckPartProps {
  version: number;
  checking: Decision;
  check: { at: string; people: number; seats: number; answer: Answer } | null;
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
          {check.answer.feasible ? (
            <Feasible answer={check.answer} />
          ) : (
            <Infeasible answer={check.answer} {...{ version, state }} />
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
  const { certain, impossible } = answer;
  return (
    <>
      <Notice kind="success">{d('feasible', { minimum })}</Notice>
      {(certain > 0 || impossible > 0) && (
        <Notice kind="warning">
          {certain > 0 && <p>{d('certain', { count: certain })}</p>}
          {impossible > 0 && <p>{d('impossible', { count: impossible })}</p>}
          <p>{d('auditors-know')}</p>
        </Notice>
      )}
    </>
  );
}

interface InfeasibleProps extends Pick<CheckPartProps, 'version' | 'state'> {
  answer: Extract<Answer, { feasible: false }>;
}

function Infeasible({ answer, version, state }: InfeasibleProps) {
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
          {...{ relaxation, choice, version, state }}
        />
      ))}
    </>
  );
}

const keyOf = ({ feature, value, bound }: Bound) => `${feature} ${value} ${bound}`;

interface OneRelaxationProps extends Pick<CheckPartProps, 'version' | 'state'> {
  relaxation: Relaxation;
  choice: number;
}

function OneRelaxation({ relaxation, choice, version, state }: OneRelaxationProps) {
  const d = useText(councilDesk);
  const { changes, neverDrawn } = relaxation;
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
      <p>
        {neverDrawn === 0
          ? d('never-drawn-none')
          : `${d('never-drawn', { count: neverDrawn })} ${d('auditors-know')}`}
      </p>
      <Button variant="secondary">{d('relax')}</Button>
    </Form>
  );
}
