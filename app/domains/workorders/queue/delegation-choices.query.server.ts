import type { ReadContext } from '../../context';
import { areaChoices } from '../../territory/index.server';

/** The areas to which an order may be handed down: those below the one that handles it; none for null. */
export function delegationChoices(ctx: ReadContext, handlingAreaId: string | null) {
  if (handlingAreaId === null) return areaChoices(ctx, { scope: [] });
  return areaChoices(ctx, { scope: [handlingAreaId], except: [handlingAreaId] });
}
