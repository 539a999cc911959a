import {
  Button,
  DateTimeInput,
  DisclosureForm,
  Field,
  Form,
  Notice,
  RadioGroup,
  Section,
  TextArea,
  TextInput,
} from '~/components/ui';
import { councilDesk } from '~/i18n/council-desk';
import { useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';

export interface DrawFormsProps {
  version: number;
  list: Decision;
  draw: Decision;
  /** Whether another event may still be named. */
  source: Decision;
  pending: { dueAt: Date; way: string } | null;
  /** How many balls name a line; null where none can. */
  balls: number | null;
  /** Seats that fell vacant are drawn. */
  replaces: boolean;
  state: FormState | undefined;
}

/** From the list to the drawn line: what can be done now. */
export function DrawForms(props: DrawFormsProps) {
  const { list, draw, source, pending, replaces } = props;
  const d = useText(councilDesk);
  if (pending)
    return (
      <Section title={d('draw')} id="draw">
        {draw.allowed ? <DrawForm {...props} pending={pending} /> : <Notice>{draw.words}</Notice>}
        {source.allowed ? <SourceForm {...props} /> : <p>{source.words}</p>}
      </Section>
    );
  if (list.allowed) return <ListForm {...props} />;
  return replaces ? null : (
    <Section title={d('list')} id="list">
      <p>{list.words}</p>
    </Section>
  );
}

function EventFields() {
  const d = useText(councilDesk);
  return (
    <>
      <Field name="source" label={d('list-source')} hint={d('list-source-hint')} required>
        <TextArea rows={3} maximum={1000} />
      </Field>
      <Field name="dueAt" label={d('list-due')} required>
        <DateTimeInput />
      </Field>
    </>
  );
}

function ListForm({ version, balls, replaces, state }: DrawFormsProps) {
  const d = useText(councilDesk);
  return (
    <Section title={d(replaces ? 'list-replacement' : 'list')} id="list">
      <p>{d('list-lead')}</p>
      <Form
        intent="list"
        hidden={{ version: String(version) }}
        state={state}
        initial={{ way: 'seed' }}
        className="panel"
      >
        <EventFields />
        <RadioGroup
          name="way"
          label={d('list-way')}
          required
          choices={[
            { value: 'seed', label: d('way.seed') },
            ...(balls === null ? [] : [{ value: 'balls', label: d('way.balls', { balls }) }]),
          ]}
        />
        <Button>{d('do-list')}</Button>
      </Form>
    </Section>
  );
}

function DrawForm({ version, pending, state }: DrawFormsProps & { pending: { way: string } }) {
  const d = useText(councilDesk);
  return (
    <Form intent="draw" hidden={{ version: String(version) }} state={state} className="panel">
      <p>{d('draw-lead')}</p>
      <Field name="seed" label={d(pending.way === 'balls' ? 'draw-balls' : 'draw-seed')} required>
        <TextInput maxLength={2000} />
      </Field>
      <Button>{d('do-draw')}</Button>
    </Form>
  );
}

function SourceForm({ version, state }: DrawFormsProps) {
  const d = useText(councilDesk);
  return (
    <DisclosureForm
      trigger={d('source')}
      intent="source"
      hidden={{ version: String(version) }}
      state={state}
      variant="quiet"
    >
      <p>{d('source-lead')}</p>
      <EventFields />
      <Field name="reason" label={d('source-reason')} required>
        <TextArea rows={2} maximum={500} />
      </Field>
      <Button variant="secondary">{d('do-source')}</Button>
    </DisclosureForm>
  );
}
