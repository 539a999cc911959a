import { post } from './furnish';
import type { Portal } from './portal';

/** Feedback of a resident that an order took up and a department reported as solved: its asker is asked. Answers the ids. */
export async function askedOrder(
  portal: Portal,
  asker: string,
): Promise<{ order: string; feedback: string }> {
  const title = '便河路路灯不亮';
  const matter = { category: 'facilities', title };
  const feedback = await post(portal, asker, '/feedback/new', {
    ...{ ...matter, kind: 'complaint', body: '三盏路灯坏了一个月。', areaId: '421002001001' },
    ...{ place: '', isPublic: 'yes' },
  });
  const order = await post(portal, 'moderator', '/work-orders/new', {
    ...{ ...matter, subjectKind: 'feedback', subjectId: feedback, description: '请修复三盏路灯。' },
    departmentId: 'org-chengguan',
  });
  const step = async (form: Record<string, string>) => {
    const row = await portal.services.database.read.workOrder.findUniqueOrThrow({ where: { id: order } });
    await post(portal, 'staff', `/work-orders/${order}`, { ...form, version: String(row.version) });
  };
  await step({ act: 'accept' });
  await step({ act: 'finish', report: '路灯已经全部修好，夜间复核过。', measures: '更换灯具三盏' });
  return { order, feedback };
}
