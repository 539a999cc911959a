import type { ReadContext } from '../../context';
import { areaNames } from '../../territory/index.server';
import { keyOf } from './open-similar-matters.server';
import type { SimilarMatters } from './open-similar-matters.server';
import { likelySame } from '~/lib/similar-texts/similar-index';

/** A title that is still being typed lacks what is yet to come. */
const leastWhileTyping = 0.35;
const shortestTitle = 4;
const mostWhileTyping = 5;
const mostBeside = 3;

export interface SimilarMatter {
  kind: string;
  id: string;
  title: string;
  area: string;
  /** In a word for the reader: no page loads the catalogues for it. */
  state: string;
}

export interface AskedTitle {
  title: string;
  /** The matter itself, which is not to be found. */
  kind: string;
  id: string;
}

type Hits = readonly (readonly { kind: string; id: string }[])[];

/** The matters behind several lists of hits, as they are now; what can no longer be read is left out. */
async function shown(ctx: ReadContext, hits: Hits): Promise<SimilarMatter[][]> {
  const { compared } = ctx.subjects;
  const rowsOfKinds = await Promise.all(
    [...compared].map(async ([kind, { matters, stateName }]) => {
      const ids = [...new Set(hits.flat().flatMap((hit) => (hit.kind === kind ? [hit.id] : [])))];
      const rows = ids.length === 0 ? [] : await matters(ctx.database, ids);
      return rows.map((row) => ({ ...row, kind, state: stateName(ctx.locale, row.state) }));
    }),
  );
  const rows = rowsOfKinds.flat();
  const areas = await areaNames(
    ctx,
    rows.map(({ areaId }) => areaId),
  );
  const found = new Map(
    rows.map(({ areaId, ...row }) => [keyOf(row.kind, row.id), { ...row, area: areas[areaId] ?? '' }]),
  );
  return hits.map((list) => list.flatMap(({ kind, id }) => found.get(keyOf(kind, id)) ?? []));
}

const parsed = (hits: readonly (readonly { id: string }[])[]): Hits =>
  hits.map((list) =>
    list.map(({ id: key }) => ({
      kind: key.slice(0, key.indexOf(':')),
      id: key.slice(key.indexOf(':') + 1),
    })),
  );

/** What is there already, for whoever types a title; `except` is the matter that is being edited. */
export async function similarWhileTyping(
  ctx: ReadContext,
  index: SimilarMatters,
  asked: { title: string; except: string },
): Promise<SimilarMatter[]> {
  const title = asked.title.trim();
  if ([...title].length < shortestTitle) return [];
  const skip = new Set([...ctx.subjects.compared.keys()].map((kind) => keyOf(kind, asked.except)));
  const hits = await index.nearest([{ title, skip }], { limit: mostWhileTyping, least: leastWhileTyping });
  const [list = []] = await shown(ctx, parsed(hits));
  return list;
}

/** For each of several matters, what likely is the same: beside the rows of the moderators' queue. */
export async function similarBeside(
  ctx: ReadContext,
  index: SimilarMatters,
  asked: readonly AskedTitle[],
): Promise<Record<string, SimilarMatter[]>> {
  const titles = asked.map(({ kind, id, title }) => ({ title, skip: new Set([keyOf(kind, id)]) }));
  const lists = await shown(
    ctx,
    parsed(await index.nearest(titles, { limit: mostBeside, least: likelySame })),
  );
  return Object.fromEntries(
    asked.flatMap(({ id }, at) => {
      const list = lists[at] ?? [];
      return list.length > 0 ? [[id, list] as const] : [];
    }),
  );
}
