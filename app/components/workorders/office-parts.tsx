import * as steps from './work-order-steps';
import type { WorkOrderStepsProps } from './work-order-steps';
import * as suggested from '~/components/responsibility/department-suggestion';
import { later, whenShown } from '~/components/ui';

// What an order's page has for those who work on it.

export const DepartmentSuggestion = whenShown(
  import.meta.env.SSR
    ? suggested.DepartmentSuggestion
    : later(() =>
        import('~/components/responsibility/department-suggestion').then((own) => own.DepartmentSuggestion),
      ),
);

const Steps = whenShown(
  import.meta.env.SSR
    ? steps.WorkOrderSteps
    : later(() => import('./work-order-steps').then((own) => own.WorkOrderSteps)),
);

/** Merging and splitting have a page of their own. */
const elsewhere = ['merge', 'split'];

/** What the reader may do with the order now: nothing is shown that would be refused. */
export function WorkOrderSteps(props: WorkOrderStepsProps) {
  const here = props.steps.filter((event) => !elsewhere.includes(event));
  return here.length > 0 && <Steps {...props} steps={here} />;
}
