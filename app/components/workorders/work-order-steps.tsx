import { StepFields } from './work-order-step-fields';
import type { StepChoices } from './work-order-step-fields';
import { Button, DisclosureForm, Form, Section } from '~/components/ui';
import type { WorkOrderEvent } from '~/domains/workorders/lifecycle';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import type { FormState } from '~/lib/form-state';

export interface WorkOrderStepsProps extends StepChoices {
  order: { version: number };
  /** The steps that the reader may take now, in the order of the life cycle. */
  steps: readonly WorkOrderEvent[];
  /** The department that the responsibility lists name, chosen beforehand. */
  suggestedId?: string | undefined;
  /** A report in words prepared. */
  report?: string | undefined;
  state: FormState | undefined;
}

/** Steps that most orders go through: their forms stand open. */
const usual: readonly WorkOrderEvent[] = ['accept', 'finish', 'dispatch', 'archive', 'report-in', 'resume'];

/** Keys of the workbench. */
const keys: Partial<Record<WorkOrderEvent, string>> = { accept: 'a' };

/** What the reader may do with the order now: nothing is shown that would be refused. */
export function WorkOrderSteps(props: WorkOrderStepsProps) {
  const { steps } = props;
  const t = useText(workOrders);
  const open = steps.filter((event) => usual.includes(event));
  const other = steps.filter((event) => !usual.includes(event));
  return (
    <Section title={t('work-title')} id="work">
      <div className="panel stack">
        {open.map((event) => (
          <OpenStep key={event} {...props} event={event} />
        ))}
        {other.length > 0 && (
          <div className="stack">
            {open.length > 0 && <h3>{t('other-steps')}</h3>}
            {other.map((event) => (
              <FoldedStep key={event} {...props} event={event} />
            ))}
          </div>
        )}
      </div>
    </Section>
  );
}

type StepProps = WorkOrderStepsProps & { event: WorkOrderEvent };

/** Steps whose name is a word of its own. */
const ownNames: Partial<Record<WorkOrderEvent, 'accept' | 'archive' | 'dispatch' | 'finish'>> = {
  accept: 'accept',
  archive: 'archive',
  dispatch: 'dispatch',
  finish: 'finish',
};

function useWords(event: WorkOrderEvent) {
  const t = useText(workOrders);
  const name = `step.${event}`;
  const own = ownNames[event];
  const hint = `step-hint.${event}`;
  return {
    name: hasKey(workOrders, name) ? t(name) : own ? t(own) : event,
    hint: hasKey(workOrders, hint) ? t(hint) : null,
  };
}

function OpenStep({ event, order, state, suggestedId = '', report = '', ...choices }: StepProps) {
  const t = useText(workOrders);
  const { name } = useWords(event);
  return (
    <Form
      hidden={{ act: event, version: String(order.version) }}
      state={state}
      initial={event === 'dispatch' ? { departmentId: suggestedId } : { report }}
      files={event === 'finish'}
      aria-label={name}
    >
      {event === 'accept' && <p>{t('accept-hint')}</p>}
      <StepFields {...choices} event={event} />
      <div className="form-actions">
        <span data-key={keys[event]}>
          <Button>{name}</Button>
        </span>
      </div>
    </Form>
  );
}

function FoldedStep({ event, order, state, ...choices }: StepProps) {
  const { name, hint } = useWords(event);
  return (
    <DisclosureForm
      trigger={name}
      hidden={{ act: event, version: String(order.version) }}
      state={state}
      description={hint && <p>{hint}</p>}
    >
      <StepFields {...choices} event={event} />
      <div className="form-actions">
        <Button>{name}</Button>
      </div>
    </DisclosureForm>
  );
}
