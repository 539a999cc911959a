import type { Open311Portal } from './open311-portal';
import { jsonOf, report } from './open311-portal';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import type { WorkOrderStep } from '~/domains/workorders/schema';
import { stepWorkOrder } from '~/domains/workorders/steps/work-on-order.server';

export interface Update {
  update_id: string;
  service_request_id: string;
  fixmystreet_id: string | null;
  status: string;
  description: string;
  updated_datetime: string;
  media_url: string | string[] | null;
}

export const finishReport = '六盏路灯已全部修复，夜间亮灯正常。';

type Act = WorkOrderStep extends infer Step
  ? Step extends { version: number }
    ? Omit<Step, 'version'>
    : never
  : never;
/** What happens to a request between posting and reading its updates. */
export function requestsOf(portal: () => Open311Portal) {
  async function post(words: string, fmsId?: string): Promise<string> {
    const pairs = report(portal().key, { description: words });
    if (fmsId) pairs.push(['attribute[fixmystreet_id]', fmsId]);
    const answer = await portal().post('requests.json', pairs);
    return (await jsonOf<[{ service_request_id: string }]>(answer))[0].service_request_id;
  }

  async function orderFor(feedbackId: string): Promise<string> {
    return registerWorkOrder(await portal().asPerson('moderator'), {
      subjectKind: 'feedback',
      subjectId: feedbackId,
      title: '修复东门路灯',
      description: '检查线路并修复六盏路灯。',
      category: 'facilities',
      departmentId: 'department',
      externalNumber: '',
      deadline: undefined,
      urgency: 'normal',
    });
  }

  async function step(orderId: string, act: Act): Promise<void> {
    const { version } = await portal().services.database.read.workOrder.findUniqueOrThrow({
      where: { id: orderId },
    });
    await stepWorkOrder(await portal().asPerson('officer'), orderId, { ...act, version } as WorkOrderStep);
  }

  const updatesOf = async (id: string, query = '') =>
    (await jsonOf<Update[]>(await portal().get(`servicerequestupdates.json${query}`))).filter(
      (update) => update.service_request_id === id,
    );

  const update = (fields: Record<string, string>): [string, string][] =>
    Object.entries({
      api_key: portal().key,
      updated_datetime: '2026-11-24T08:00:00+08:00',
      first_name: '王小明',
      last_name: '-',
      email: 'wang@example.org',
      ...fields,
    });

  return { post, orderFor, step, updatesOf, update };
}
