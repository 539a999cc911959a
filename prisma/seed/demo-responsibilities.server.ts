import type { DemoWorld } from './demo-clock';
import { enterResponsibility } from '../../app/domains/responsibility/keep-list.server';
import { keepTemplate } from '../../app/domains/workorders/queue/response-templates.server';

/** The district's list as the demo has it; the bases are examples and quote no law. */
const entries = [
  { category: 'city-management', departmentId: 'org-chengguan', days: 5 },
  { category: 'housing', departmentId: 'org-zhujian', days: undefined },
  { category: 'roads-traffic', departmentId: 'org-zhujian', days: undefined },
  { category: 'elderly-care', departmentId: 'org-minzheng', days: 10 },
] as const;

/** The district publishes its responsibility list and keeps a template for reports. */
export async function publishResponsibilities(world: DemoWorld): Promise<void> {
  world.moveTo(world.at(200));
  const moderator = await world.as('moderator');
  for (const entry of entries)
    await enterResponsibility(moderator, {
      ...entry,
      areaId: '421002',
      level: '',
      basis: '沙市区部门责任清单（示例）',
      reason: '首次公布',
    });
  await keepTemplate(moderator, {
    id: '',
    areaId: '421002',
    name: '现场已处理',
    body: '工单 {{number}}：{{department}}已到{{area}}现场处理完毕，并自查合格。如仍有问题，请在回访时告诉我们。',
  });
}
