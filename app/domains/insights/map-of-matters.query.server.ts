import type { ReadContext } from '../context';
import type { PlacedMatter } from '../known-subjects';
import { statesAt } from '../stages';
import type { Stage } from '../stages';
import { areaNames } from '../territory/index.server';
import { metresBetween } from '~/lib/geo/distance';
import type { Place } from '~/lib/geo/distance';
import { frameAround } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';

/** A map and the list beside it are looked over by people: more is narrowed down first. */
export const mostOnMap = 200;
/** How far "near" reaches in metres: no further than it takes to find as many as are shown. */
const reaches = [300, 1000, 3000] as const;

export interface MapAsked {
  areaId: string | undefined;
  category: string | undefined;
  /** A kind that has places. */
  kind: string | undefined;
  stage: Stage | undefined;
  near: Place | undefined;
}

export interface MappedMatter {
  kind: string;
  id: string;
  title: string;
  areaName: string;
  state: string;
  stage: Stage;
  latitude: number;
  longitude: number;
  /** Metres from the place that was asked for. */
  metres: number | null;
}

export interface MapOfMatters {
  matters: MappedMatter[];
  /** There are more than are shown. */
  cut: boolean;
}

type Found = PlacedMatter & { kind: string; stage: Stage };
type Within = MapAsked & { frame: Frame | undefined };

/** Of one kind one more than is shown; none where no state of it is at that stage. */
async function found(ctx: ReadContext, kind: string, asked: Within): Promise<Found[]> {
  const placed = ctx.subjects.placed.get(kind);
  if (!placed || (asked.kind !== undefined && asked.kind !== kind)) return [];
  const states = asked.stage && statesAt(placed.stages, asked.stage);
  if (states?.length === 0) return [];
  const rows = await placed.matters(ctx, {
    areaId: asked.areaId,
    category: asked.category,
    states,
    frame: asked.frame,
    most: mostOnMap + 1,
  });
  return rows.map((row) => ({ ...row, kind, stage: placed.stages[row.state] ?? 'ended' }));
}

/** Without what an order that is shown stands for: one place, one mark. */
function withoutTakenUp<One extends Found>(all: readonly One[]): One[] {
  const taken = new Set(all.flatMap(({ standsFor }) => standsFor.map(({ kind, id }) => `${kind} ${id}`)));
  return all.filter(({ kind, id }) => !taken.has(`${kind} ${id}`));
}

type Some = Found & { metres: number | null };

/** The newest of all kinds, and whether there are more than are looked at. */
async function newest(ctx: ReadContext, asked: Within): Promise<{ some: Some[]; cut: boolean }> {
  const each = await Promise.all([...ctx.subjects.placed.keys()].map((kind) => found(ctx, kind, asked)));
  return {
    some: each.flat().map((one) => ({
      ...one,
      metres: asked.near ? Math.round(metresBetween(asked.near, one)) : null,
    })),
    cut: each.some((rows) => rows.length > mostOnMap),
  };
}

/** Looks further and further around a place: of a full square the newest are read, which are not its nearest. */
async function nearest(ctx: ReadContext, asked: MapAsked & { near: Place }) {
  const all = new Map<string, Some>();
  for (const reach of reaches) {
    const { some, cut } = await newest(ctx, { ...asked, frame: frameAround(asked.near, reach) });
    for (const one of some)
      if (one.metres !== null && one.metres <= reach) all.set(`${one.kind} ${one.id}`, one);
    const enough = withoutTakenUp([...all.values()]).length > mostOnMap;
    if (cut || enough) return { some: [...all.values()], cut };
  }
  return { some: [...all.values()], cut: false };
}

/**
 * What of the city's matters has a place, for everyone alike: the newest first, or the nearest to a place. What is not for
 * everyone stands on no map, whoever asks.
 */
export async function mapOfMatters(ctx: ReadContext, asked: MapAsked): Promise<MapOfMatters> {
  const { near } = asked;
  const { some: all, cut } = await (near
    ? nearest(ctx, { ...asked, near })
    : newest(ctx, { ...asked, frame: undefined }));
  const some = withoutTakenUp(all);
  some.sort(
    (a, b) =>
      (a.metres ?? 0) - (b.metres ?? 0) ||
      b.createdAt.getTime() - a.createdAt.getTime() ||
      (a.id < b.id ? 1 : -1),
  );
  const shown = some.slice(0, mostOnMap);
  const names = await areaNames(
    ctx,
    shown.map(({ areaId }) => areaId),
  );
  return {
    matters: shown.map(({ kind, id, title, areaId, state, stage, latitude, longitude, metres }) => ({
      ...{ kind, id, title, state, stage, latitude, longitude, metres },
      areaName: names[areaId] ?? '',
    })),
    cut: cut || some.length > shown.length,
  };
}
