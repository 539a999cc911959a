import { post } from '../e2e/setup/furnish';
import { by } from '../e2e/setup/page-examples';
import type { Portal } from '../e2e/setup/portal';
import type { SubjectKit } from '../setup/subject-kits';

/** An order for a caller, taken by the moderator and done by its department; answers its id. */
async function finishedCall(portal: Portal): Promise<string> {
  const id = await post(portal, 'moderator', '/work-orders/intake', {
    ...{ channel: 'phone', callerName: '王女士', callerPhone: '0716 8123456', isConfidential: 'yes' },
    ...{ areaId: '421002001001', place: '便河路口', title: '便河路口井盖松动', category: 'roads-traffic' },
    ...{ description: '便河路口的井盖一踩就响。', departmentId: 'org-chengguan' },
  });
  const step = async (who: string, fields: Record<string, string>) => {
    const { version } = await portal.services.database.read.workOrder.findUniqueOrThrow({ where: { id } });
    await post(portal, who, `/work-orders/${id}`, { version: String(version), ...fields });
  };
  await step('staff', { act: 'accept' });
  await step('staff', { act: 'finish', report: '井盖已经更换，现场复核过。' });
  return id;
}

export const kit: SubjectKit = {
  async examples(portal) {
    const id = await finishedCall(portal);
    const moderator = by('moderator');
    return {
      '/work-orders/intake': moderator('/work-orders/intake'),
      '/work-orders/:id/call-caller': moderator(`/work-orders/${id}/call-caller`),
    };
  },
};
