import { holdsRole } from '../actor';
import type { Actor } from '../actor';
import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { territoryEvents } from './events';
import type { AreaFacts } from './schema';
import { allow, deny } from '~/lib/decision';
import { readPolygons } from '~/lib/geo/polygons';

/** Moderators of an area or above it say what it publishes. */
export const mayPublishArea = (actor: Actor, areaId: string) =>
  holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');

/**
 * What an area or a grid publishes about itself: bounds, worker, supervision phone, list of matters. Source:
 * 滨州市社会治理网格化服务管理条例. Throws `invalid` at `bounds` where they are no GeoJSON polygon.
 */
export async function publishArea(ctx: Context, areaId: string, facts: AreaFacts): Promise<void> {
  ensure(mayPublishArea(ctx.actor, areaId));
  if (facts.bounds !== '' && !readPolygons(facts.bounds))
    throw new DomainError('invalid', { field: 'bounds', reason: 'territory.bad-bounds' });
  const columns = Object.fromEntries(
    Object.entries(facts).map(([name, text]) => [name, text === '' ? null : text]),
  );
  await inTransaction(ctx, async (ctx) => {
    const area = await ctx.prisma.area.findUnique({ where: { id: areaId }, select: { name: true } });
    if (!area) throw new DomainError('not-found');
    await ctx.prisma.area.update({ where: { id: areaId }, data: columns });
    await appendEvent(ctx, territoryEvents, {
      type: 'area.published',
      subjectKind: 'area',
      subjectId: areaId,
      areaId,
      publicData: { title: area.name },
    });
  });
}
