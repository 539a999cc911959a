import {
  Button,
  ConfirmForm,
  DateTimeInput,
  Field,
  Form,
  MarkdownEditor,
  Section,
  Select,
  TextArea,
} from '~/components/ui';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import type { FormState } from '~/lib/form-state';

export interface WorkOrderStepsProps {
  order: { state: string; version: number };
  mayWork: boolean;
  mayDispatch: boolean;
  departments: readonly { id: string; name: string }[];
  state: FormState | undefined;
}

/** What the reader may do with the order in its state: nothing is shown that would be refused. */
export function WorkOrderSteps(props: WorkOrderStepsProps) {
  const { order, mayWork, mayDispatch } = props;
  const t = useText(workOrders);
  const department = mayWork && ['dispatched', 'accepted'].includes(order.state);
  const moderator = mayDispatch && ['registered', 'returned', 'solved'].includes(order.state);
  if (!department && !moderator) return null;
  return (
    <Section title={t('work-title')} id="work">
      <div className="panel stack">
        {department && (order.state === 'dispatched' ? <Receive {...props} /> : <Finish {...props} />)}
        {moderator && (order.state === 'solved' ? <Archive {...props} /> : <Dispatch {...props} />)}
      </div>
    </Section>
  );
}

function Receive({ order, state }: WorkOrderStepsProps) {
  const t = useText(workOrders);
  const version = String(order.version);
  return (
    <div className="form-actions">
      <Form hidden={{ act: 'accept', version }} state={state}>
        <p>{t('accept-hint')}</p>
        <Button>{t('accept')}</Button>
      </Form>
      <ConfirmForm
        hidden={{ act: 'return', version }}
        state={state}
        trigger={t('return')}
        title={t('return-title')}
        description={<p>{t('return-hint')}</p>}
        confirm={t('return')}
      >
        <Field name="reason" label={t('reason')} required>
          <TextArea rows={3} maximum={500} />
        </Field>
      </ConfirmForm>
    </div>
  );
}

function Finish({ order, state }: WorkOrderStepsProps) {
  const t = useText(workOrders);
  return (
    <Form hidden={{ act: 'finish', version: String(order.version) }} state={state}>
      <Field name="report" label={t('finish-report')} hint={t('finish-hint')} required>
        <MarkdownEditor rows={6} maximum={10_000} />
      </Field>
      <Button>{t('finish')}</Button>
    </Form>
  );
}

function Archive({ order, state }: WorkOrderStepsProps) {
  const t = useText(workOrders);
  return (
    <Form hidden={{ act: 'archive', version: String(order.version) }} state={state}>
      <Button>{t('archive')}</Button>
    </Form>
  );
}

function Dispatch({ order, state, departments }: WorkOrderStepsProps) {
  const t = useText(workOrders);
  return (
    <Form hidden={{ act: 'dispatch', version: String(order.version) }} state={state}>
      <DispatchFields departments={departments} />
      <Button>{t('dispatch')}</Button>
    </Form>
  );
}

/** To whom, and by when. */
export function DispatchFields({ departments }: Pick<WorkOrderStepsProps, 'departments'>) {
  const t = useText(workOrders);
  return (
    <>
      <Field name="departmentId" label={t('department')} required>
        <Select options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="deadline" label={t('deadline')} hint={t('field.deadline-hint')}>
        <DateTimeInput dateOnly />
      </Field>
    </>
  );
}
