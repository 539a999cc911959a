import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import type { Role } from '../actor';
import { doOnce, forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { ensureArea } from '../territory/index.server';
import { identityEvents } from './events';
import { mayGrantRole, mayRevokeRole } from './policy';
import { within } from '~/platform/db/lists/area-scope';
import { newId } from '~/platform/ids';

export interface RoleGrant {
  email: string;
  role: Role;
  areaId: string;
}

/** Gives a registered person a role in an area; it reaches down from there. Holding it already changes nothing. */
export async function grantRole(ctx: Context, { email, role, areaId }: RoleGrant): Promise<void> {
  ensure(mayGrantRole(ctx.actor, areaId));
  await doOnce(ctx, 'role.grant', async (ctx) => {
    await ensureArea(ctx, areaId);
    const person = await ctx.prisma.person.findUnique({ where: { email }, select: { id: true } });
    if (!person) throw new DomainError('invalid', { field: 'email', reason: 'organisations.unknown-person' });
    const now = ctx.clock.now();
    const id = newId(now);
    const granted = await ctx.sql.run(
      `INSERT INTO "RoleHeld" ("id", "personId", "role", "areaId", "grantedBy", "createdAt")
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("personId", "role", "areaId") DO NOTHING`,
      [id, person.id, role, areaId, ctx.actor.kind === 'person' ? ctx.actor.personId : null, now],
    );
    if (granted === 0)
      throw new DomainError('conflict', { field: 'email', reason: 'identity.holds-already' });
    await appendEvent(ctx, identityEvents, {
      type: 'role.granted',
      subjectKind: 'person',
      subjectId: person.id,
      areaId,
      publicData: { title: '', role },
    });
    return id;
  });
}

/** Takes a role back, with the reason that the person gets; open sessions lose it at once. */
export async function revokeRole(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const held = await ctx.prisma.roleHeld.findUnique({ where: { id: input.id } });
    if (!held) throw new DomainError('not-found');
    ensure(mayRevokeRole(ctx.actor, held));
    const revoked = await ctx.prisma.roleHeld.deleteMany({ where: { id: held.id } });
    if (revoked.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await forgetDone(ctx, held.id);
    await appendEvent(ctx, identityEvents, {
      type: 'role.revoked',
      subjectKind: 'person',
      subjectId: held.personId,
      areaId: held.areaId,
      publicData: { title: '', role: held.role, reason: input.reason },
    });
  });
}

/** The areas in which the actor gives roles. */
export function administeredAreas(ctx: ReadContext): string[] {
  if (ctx.actor.kind !== 'person') return [];
  return ctx.actor.roles.filter(({ role }) => role === 'administrator').map(({ areaId }) => areaId);
}

const mostRoles = 500;

/** Who holds which role in the areas that the actor administers, the widest area first. */
export async function rolesHeld(ctx: ReadContext) {
  const areas = administeredAreas(ctx);
  if (areas.length === 0) throw new DomainError('forbidden', { reason: 'identity.administrators-only' });
  const rows = await ctx.database.read.roleHeld.findMany({
    where: { OR: areas.map((areaId) => ({ areaId: within(areaId) })) },
    orderBy: [{ areaId: 'asc' }, { role: 'asc' }, { id: 'asc' }],
    take: mostRoles,
    include: { person: { select: { displayName: true, email: true } } },
  });
  return rows.map(({ person, ...held }) => ({
    id: held.id,
    role: held.role as Role,
    areaId: held.areaId,
    since: held.createdAt,
    name: person.displayName,
    email: person.email,
    mayRevoke: mayRevokeRole(ctx.actor, held).allowed,
  }));
}

/** Who holds any role in these areas themselves, by id. */
export async function officersOf(ctx: ReadContext, areaIds: readonly string[]): Promise<string[]> {
  const held = await ctx.database.read.roleHeld.findMany({
    where: { areaId: { in: [...areaIds] } },
    distinct: ['personId'],
    select: { personId: true },
  });
  return held.map(({ personId }) => personId);
}
