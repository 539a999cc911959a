import { contextOf, requirePerson } from '../actor.server';
import type { PersonContext, RouteArgs } from '../actor.server';
import { load } from '../forms/forms.server';
import { areasOfBridges, areasOfExchange } from '~/domains/bridges/policy';
import { DomainError } from '~/domains/domain-error';
import { areaChoices } from '~/domains/territory/index.server';
import { textIn } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';

export interface BridgeAdmin {
  ctx: PersonContext;
  /** The areas in which, with all below, the person may do it. */
  areaIds: string[];
}

function requireAreas(args: RouteArgs, areasOf: typeof areasOfBridges, reason: string): Promise<BridgeAdmin> {
  const ctx = requirePerson(args);
  return load(args, async () => {
    const areaIds = areasOf(ctx.actor);
    if (areaIds.length === 0) throw new DomainError('forbidden', { reason });
    return { ctx, areaIds };
  });
}

/** Who manages what is connected; others get the page that says so. */
export const requireBridgeAdmin = (args: RouteArgs) =>
  requireAreas(args, areasOfBridges, 'bridges.administrators-only');

/** Who imports and exports orders. */
export const requireExchanger = (args: RouteArgs) => requireAreas(args, areasOfExchange, 'not-moderator');

/** The areas at and below those held, to choose one. */
export function areasBelow({ ctx, areaIds }: BridgeAdmin) {
  return areaChoices(ctx, { scope: areaIds });
}

export function bridgeText(args: RouteArgs) {
  return textIn(contextOf(args).locale, bridges);
}
