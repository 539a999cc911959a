import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { frameColumns } from './area-frames.server';
import { territoryEvents } from '../events';
import { readMap } from '../rules/read-map';
import type { MapFault, ReadMap } from '../rules/read-map';
import type { CoordinateSystem } from '~/lib/geo/coordinate-systems';
import { lockRows, lockTable } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** Rows of one statement. */
const together = 500;

export interface ImportedMap {
  lines: number;
  outlines: number;
  skipped: number;
  faults: MapFault[];
}

/** The outlines by the ids of their areas; what names no area is a fault. */
async function outlinesOf(ctx: Context, map: ReadMap): Promise<{ id: string; bounds: string }[]> {
  const codes = [...map.outlines.keys()];
  const ids = new Map<string, string>();
  for (let at = 0; at < codes.length; at += together) {
    const where = { code: { in: codes.slice(at, at + together) } };
    for (const { id, code } of await ctx.database.read.area.findMany({
      where,
      select: { id: true, code: true },
    }))
      ids.set(code, id);
  }
  return [...map.outlines].flatMap(([code, { geometry, feature }]) => {
    const id = ids.get(code);
    if (id !== undefined) return [{ id, bounds: geometry }];
    map.faults.push({ feature, reason: `code: no area has ${code}` });
    return [];
  });
}

/** The lines of the file take the place of all that were there; a file without lines leaves them. */
async function writeLines(ctx: TransactionContext, lines: ReadMap['lines']): Promise<void> {
  if (lines.length === 0) return;
  await lockTable(ctx, 'MapLine');
  await ctx.prisma.mapLine.deleteMany({});
  const now = ctx.clock.now();
  for (let at = 0; at < lines.length; at += together)
    await ctx.prisma.mapLine.createMany({
      data: lines
        .slice(at, at + together)
        .map(({ frame, ...line }) => ({ id: newId(now), ...line, ...frame })),
    });
}

/**
 * Imports what maps are drawn of where there are no tiles, from GeoJSON in the given system: outlines of areas, and lines
 * by which people find their way. Names each bad feature, and imports nothing if any is bad.
 */
export async function importMap(
  ctx: Context,
  text: string,
  system: CoordinateSystem = 'wgs-84',
): Promise<ImportedMap> {
  const { toWgs84 } = await import('~/lib/geo/tile-systems');
  const map = readMap(text, ([longitude, latitude]) => {
    const place = toWgs84({ longitude, latitude }, system);
    return [place.longitude, place.latitude];
  });
  const outlines = await outlinesOf(ctx, map);
  const { lines, skipped, faults } = map;
  if (faults.length === 0 && lines.length + outlines.length === 0)
    faults.push({ feature: 0, reason: 'the file holds no outlines of areas and no lines of a map' });
  if (faults.length > 0)
    return { lines: 0, outlines: 0, skipped, faults: faults.sort((a, b) => a.feature - b.feature) };
  await inTransaction(ctx, async (ctx) => {
    await lockRows(
      ctx,
      'Area',
      outlines.map(({ id }) => id),
    );
    for (const { id, bounds } of outlines)
      await ctx.prisma.area.update({ where: { id }, data: { bounds, ...frameColumns(bounds) } });
    await writeLines(ctx, lines);
    await appendEvent(ctx, territoryEvents, {
      type: 'map.imported',
      subjectKind: 'area',
      subjectId: outlines[0]?.id ?? '',
      publicData: { title: String(lines.length + outlines.length) },
    });
  });
  return { lines: lines.length, outlines: outlines.length, skipped, faults: [] };
}
