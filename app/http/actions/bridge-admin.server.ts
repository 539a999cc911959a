import { contextOf, requirePerson } from '../actor.server';
import type { PersonContext, RouteArgs } from '../actor.server';
import { load } from '../forms/forms.server';
import { areasHeld } from '~/domains/bridges/policy';
import { DomainError } from '~/domains/domain-error';
import { areaChoices } from '~/domains/territory/index.server';
import { textIn } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';

export interface BridgeAdmin {
  ctx: PersonContext;
  /** The areas in which the person holds the role. */
  areaIds: string[];
}

function requireRole(args: RouteArgs, roles: readonly string[], reason: string): Promise<BridgeAdmin> {
  const ctx = requirePerson(args);
  return load(args, async () => {
    const areaIds = areasHeld(ctx.actor, roles);
    if (areaIds.length === 0) throw new DomainError('forbidden', { reason });
    return { ctx, areaIds };
  });
}

/** Who manages what is connected; others get the page that says so. */
export const requireBridgeAdmin = (args: RouteArgs) =>
  requireRole(args, ['administrator'], 'bridges.administrators-only');

/** Who imports and exports orders. */
export const requireExchanger = (args: RouteArgs) =>
  requireRole(args, ['moderator', 'administrator'], 'not-moderator');

/** The areas at and below those held, to choose one. */
export function areasBelow({ ctx, areaIds }: BridgeAdmin) {
  return areaChoices(ctx, { scope: areaIds });
}

export function bridgeText(args: RouteArgs) {
  return textIn(contextOf(args).locale, bridges);
}
