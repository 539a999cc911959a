import {
  AreaField,
  CheckboxGroup,
  DateTimeInput,
  Field,
  MarkdownEditor,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { PictureField } from '~/components/files/picture-field';
import { refusalGrounds, supervisionGrounds } from '~/domains/workorders/lifecycle';
import type { WorkOrderEvent } from '~/domains/workorders/lifecycle';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import type { AreaChoices } from '~/lib/choices/area-choices';

export interface StepChoices {
  departments: readonly { id: string; name: string }[];
  /** Who has the order already, before those who help with it: no choice where another is asked. */
  withOrder: readonly string[];
  areasBelow: AreaChoices;
}

/** What a step requires, as fields of its form. */
export function StepFields({ event, ...choices }: StepChoices & { event: WorkOrderEvent }) {
  switch (event) {
    case 'dispatch':
      return <DispatchFields {...choices} />;
    case 'assign':
    case 'reassign':
      return (
        <>
          <DispatchFields {...choices} />
          <Reason />
        </>
      );
    case 'transfer':
      return (
        <>
          <Department departments={departmentsFor(event, choices)} />
          <Reason />
        </>
      );
    case 'ask-extension':
    case 'ask-suspension':
      return <DaysAsked />;
    case 'ask-return':
    case 'transfer-up':
      return <Reason />;
    case 'refuse':
    case 'supervise':
      return <Ground event={event} />;
    case 'add-helper':
      return <Helper {...choices} />;
    case 'pass-up':
      return <PassUp />;
    case 'delegate':
      return <Delegate {...choices} />;
    case 'whistle':
      return <WhistleFields {...choices} />;
    case 'finish':
      return <Report />;
    default:
      return <Words event={event} />;
  }
}

/** Those who can take the step: nobody hands an order to whoever has it, nor asks for help who helps already. */
export function departmentsFor(
  event: WorkOrderEvent,
  { departments, withOrder }: Pick<StepChoices, 'departments' | 'withOrder'>,
) {
  const without = event === 'add-helper' ? withOrder : event === 'transfer' ? withOrder.slice(0, 1) : [];
  return departments.filter(({ id }) => !without.includes(id));
}

const wordless: readonly string[] = ['accept', 'resume', 'archive'];
const free: readonly string[] = ['grant-return', 'grant-extension', 'grant-suspension', 'report-in'];

function Words({ event }: { event: WorkOrderEvent }) {
  const t = useText(workOrders);
  if (wordless.includes(event)) return null;
  const optional = free.includes(event);
  return (
    <Field name="words" label={t(optional ? 'field.words-optional' : 'field.words')} required={!optional}>
      <TextArea rows={2} maximum={500} />
    </Field>
  );
}

function Reason() {
  const t = useText(workOrders);
  return (
    <Field name="reason" label={t('reason')} required>
      <TextArea rows={3} maximum={500} />
    </Field>
  );
}

function Department({ departments, optional }: Pick<StepChoices, 'departments'> & { optional?: boolean }) {
  const t = useText(workOrders);
  return (
    <Field
      name="departmentId"
      label={t('department')}
      {...(optional ? { hint: t('field.department-later') } : { required: true })}
    >
      <Select options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
    </Field>
  );
}

/** To whom, and by when. */
export function DispatchFields(props: Pick<StepChoices, 'departments'> & { optional?: boolean }) {
  const t = useText(workOrders);
  return (
    <>
      <Department {...props} />
      <Field name="deadline" label={t('deadline')} hint={t('field.deadline-hint')}>
        <DateTimeInput dateOnly />
      </Field>
    </>
  );
}

function DaysAsked() {
  const t = useText(workOrders);
  return (
    <>
      <Field name="days" label={t('field.days')} required>
        <TextInput type="number" inputMode="numeric" min={1} max={60} />
      </Field>
      <Reason />
    </>
  );
}

function Ground({ event }: { event: 'refuse' | 'supervise' }) {
  const t = useText(workOrders);
  const options =
    event === 'refuse'
      ? refusalGrounds.map((value) => ({ value, label: t(`ground.${value}`) }))
      : supervisionGrounds.map((value) => ({ value, label: t(`supervision.${value}`) }));
  const optional = event === 'supervise';
  return (
    <>
      <Field name="ground" label={t('field.ground')} required>
        <Select options={options} />
      </Field>
      <Field name="words" label={t(optional ? 'field.words-optional' : 'field.words')} required={!optional}>
        <TextArea rows={3} maximum={500} />
      </Field>
    </>
  );
}

function Helper(props: StepChoices) {
  const t = useText(workOrders);
  return (
    <>
      <Department departments={departmentsFor('add-helper', props)} />
      <Field name="task" label={t('field.task')} required>
        <TextArea rows={2} maximum={300} />
      </Field>
      <Field name="dueAt" label={t('field.due')} hint={t('field.due-hint')}>
        <DateTimeInput dateOnly />
      </Field>
    </>
  );
}

function PassUp() {
  const t = useText(workOrders);
  return (
    <>
      <Reason />
      <Field name="tried" label={t('field.tried')} required>
        <TextArea rows={3} maximum={500} />
      </Field>
    </>
  );
}

function Delegate({ areasBelow }: StepChoices) {
  const t = useText(workOrders);
  return (
    <>
      <AreaField name="areaId" label={t('field.area-below')} required areas={areasBelow} />
      <Field name="means" label={t('field.means')} required>
        <TextArea rows={3} maximum={500} />
      </Field>
    </>
  );
}

function WhistleFields({ departments }: StepChoices) {
  const t = useText(workOrders);
  return (
    <>
      <CheckboxGroup
        name="departmentIds"
        label={t('field.departments')}
        required
        choices={departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field name="place" label={t('field.place')} required>
        <TextInput maxLength={100} />
      </Field>
      <Field name="meetsAt" label={t('field.meets-at')} required>
        <DateTimeInput />
      </Field>
      <Field name="purpose" label={t('field.purpose')} required>
        <TextArea rows={2} maximum={300} />
      </Field>
    </>
  );
}

function Report() {
  const t = useText(workOrders);
  return (
    <>
      <Field name="report" label={t('finish-report')} hint={t('finish-hint')} required>
        <MarkdownEditor rows={6} maximum={10_000} />
      </Field>
      <Field name="measures" label={t('field.measures')} hint={t('field.measures-hint')}>
        <TextArea rows={3} maximum={2000} />
      </Field>
      <PictureField name="picturesBefore" label={t('field.pictures-before')} maximum={3} />
      <PictureField name="picturesAfter" label={t('field.pictures-after')} maximum={3} />
    </>
  );
}
