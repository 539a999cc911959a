import { holdsRole } from '../../actor';
import type { Actor } from '../../actor';
import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { ensureAsShown, revisionOf } from '../../shown-fields.server';
import { appendEvent } from '../../ledger/index.server';
import { frameColumns } from '../map/area-frames.server';
import { territoryEvents } from '../events';
import type { AreaFacts, PublishedFacts } from '../schema';
import { allow, deny } from '~/lib/decision';
import { readPolygons } from '~/lib/geo/polygons';
import { lockRow } from '~/platform/db/lock-row';

/** Moderators of an area or above it say what it publishes. */
export const mayPublishArea = (actor: Actor, areaId: string) =>
  holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');

/** What an area publishes as the form shows it. */
const areaFields = (area: PublishedFacts) => ({
  contact: area.contact ?? '',
  workerName: area.workerName ?? '',
  workerContact: area.workerContact ?? '',
  supervisionPhone: area.supervisionPhone ?? '',
  matters: area.matters ?? '',
  bounds: area.bounds ?? '',
});

/** What the form of an area is filled with, and its revision. Throws `not-found`. */
export async function publishedFields(ctx: Context, areaId: string) {
  const area = await ctx.database.read.area.findUnique({ where: { id: areaId } });
  if (!area) throw new DomainError('not-found');
  const fields = areaFields(area);
  return { fields, revision: revisionOf(fields) };
}

/**
 * What an area or a grid publishes about itself: bounds, worker, supervision phone, list of matters. Source:
 * 滨州市社会治理网格化服务管理条例. Throws `invalid` at `bounds` where they are no GeoJSON polygon.
 */
export async function publishArea(
  ctx: Context,
  areaId: string,
  { revision, ...facts }: AreaFacts & { revision?: string | undefined },
): Promise<void> {
  ensure(mayPublishArea(ctx.actor, areaId));
  if (facts.bounds !== '' && !readPolygons(facts.bounds))
    throw new DomainError('invalid', { field: 'bounds', reason: 'territory.bad-bounds' });
  const columns = Object.fromEntries(
    Object.entries(facts).map(([name, text]) => [name, text === '' ? null : text]),
  );
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Area', areaId);
    const area = await ctx.prisma.area.findUnique({ where: { id: areaId } });
    if (!area) throw new DomainError('not-found');
    ensureAsShown(revision, areaFields(area));
    await ctx.prisma.area.update({
      where: { id: areaId },
      data: { ...columns, ...frameColumns(facts.bounds === '' ? null : facts.bounds) },
    });
    await appendEvent(ctx, territoryEvents, {
      type: 'area.published',
      subjectKind: 'area',
      subjectId: areaId,
      areaId,
      publicData: { title: area.name },
    });
  });
}
