import type { ReadContext } from '../../context';
import { departmentsFor } from '../../organisations/index.server';
import { suggestDepartment } from '../../responsibility/index.server';
import { areaTrail } from '../../territory/index.server';
import { delegationChoices } from './delegation-choices.query.server';
import { nearDuplicatesOf } from '../registering/near-duplicates.query.server';
import { notesOf } from '../notes.server';
import { isOverdue } from '../policy';
import { filledTemplate, templatesFor } from './response-templates.server';
import { workOrderPage } from '../reads/work-order.query.server';
import { mayReadSheet } from '../sheet/order-sheet.query.server';

/** All that the workbench shows of one order beside the list. Throws `forbidden` to who does not work on it. */
export async function workbenchOrder(
  ctx: ReadContext,
  asked: { id: string; templateId: string | null; categoryName: (category: string) => string },
) {
  const page = await workOrderPage(ctx, asked.id);
  const { order, handlingArea, steps, department, links, helpers } = page;
  const { category, level, areaId } = order;
  const dispatching = steps.includes('dispatch');
  const [notes, trail, departments, areasBelow, suggestion, duplicates, templates] = await Promise.all([
    notesOf(ctx, asked.id),
    areaTrail(ctx, areaId),
    steps.length > 0 ? departmentsFor(ctx, [areaId, handlingArea.id]) : [],
    delegationChoices(ctx, steps.includes('delegate') ? handlingArea.id : null),
    dispatching ? suggestDepartment(ctx, { category, level, areaId: handlingArea.id }) : null,
    dispatching ? nearDuplicatesOf(ctx, order) : [],
    steps.includes('finish') ? templatesFor(ctx, [areaId]) : [],
  ]);
  const report =
    asked.templateId && steps.includes('finish')
      ? await filledTemplate(ctx, {
          templateId: asked.templateId,
          order,
          categoryName: asked.categoryName(category),
        })
      : '';
  return {
    ...{ order, department, links, steps, handlingArea, helpers },
    ...{ callersToAsk: page.callersToAsk, callersWaiting: page.callersWaiting, othersCall: page.othersCall },
    ...{ mayLink: page.may.link, mayReadSheet: mayReadSheet(page) },
    overdue: isOverdue(order, ctx.clock.now()),
    notes,
    trail,
    departments,
    areasBelow,
    suggestion,
    duplicates,
    templates: templates.map(({ id, name }) => ({ id, name })),
    report,
  };
}
export type WorkbenchOrder = Awaited<ReturnType<typeof workbenchOrder>>;
