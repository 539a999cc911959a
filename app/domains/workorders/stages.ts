import type { Stage } from '../stages';
import type { WorkOrderState } from './lifecycle';

export const orderStages: Readonly<Record<WorkOrderState, Stage>> = {
  registered: 'waiting',
  'not-accepted': 'ended',
  dispatched: 'waiting',
  'return-asked': 'held-up',
  returned: 'held-up',
  accepted: 'working',
  suspended: 'held-up',
  done: 'done',
  solved: 'done',
  rated: 'done',
  archived: 'ended',
};
