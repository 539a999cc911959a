import type { ReadContext } from '../../context';
import { areaNames } from '../../territory/index.server';
import { keyOf } from './open-similar-matters.server';
import type { SimilarMatters } from './open-similar-matters.server';
import { readableMatters } from './readable-matters.query.server';
import type { MatterKind } from './readable-matters.query.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { feedback as feedbackWords } from '~/i18n/feedback';
import type { Locale } from '~/i18n/locale';
import { proposals as proposalWords } from '~/i18n/proposals';
import { likelySame } from '~/lib/similar-texts/similar-index';

/** A title that is still being typed lacks what is yet to come. */
const leastWhileTyping = 0.35;
const shortestTitle = 4;
const mostWhileTyping = 5;
const mostBeside = 3;

export interface SimilarMatter {
  kind: MatterKind;
  id: string;
  title: string;
  area: string;
  /** In a word for the reader: no page loads the catalogues for it. */
  state: string;
}

export interface AskedTitle {
  title: string;
  /** The matter itself, which is not to be found. */
  kind: MatterKind;
  id: string;
}

function stateName(locale: Locale, kind: MatterKind, state: string): string {
  const key = `state.${state}`;
  if (kind === 'proposal') return hasKey(proposalWords, key) ? textIn(locale, proposalWords)(key) : state;
  return hasKey(feedbackWords, key) ? textIn(locale, feedbackWords)(key) : state;
}

type Hits = readonly (readonly { kind: MatterKind; id: string }[])[];

/** The matters behind several lists of hits, as they are now; what can no longer be read is left out. */
async function shown(ctx: ReadContext, hits: Hits): Promise<SimilarMatter[][]> {
  const idsOf = (kind: MatterKind) => [
    ...new Set(hits.flat().flatMap((hit) => (hit.kind === kind ? [hit.id] : []))),
  ];
  const rowsOf = (kind: MatterKind) => {
    const ids = idsOf(kind);
    return ids.length === 0 ? [] : readableMatters(ctx.database, kind, ids);
  };
  const [proposals, feedback] = await Promise.all([rowsOf('proposal'), rowsOf('feedback')]);
  const areas = await areaNames(
    ctx,
    [...proposals, ...feedback].map(({ areaId }) => areaId),
  );
  const found = new Map(
    (
      [
        ['proposal', proposals],
        ['feedback', feedback],
      ] as const
    ).flatMap(([kind, rows]) =>
      rows.map(({ id, title, areaId, state }) => [
        keyOf(kind, id),
        { kind, id, title, area: areas[areaId] ?? '', state: stateName(ctx.locale, kind, state) },
      ]),
    ),
  );
  return hits.map((list) => list.flatMap(({ kind, id }) => found.get(keyOf(kind, id)) ?? []));
}

const parsed = (hits: readonly (readonly { id: string }[])[]): Hits =>
  hits.map((list) =>
    list.map(({ id: key }) => ({
      kind: key.startsWith('proposal:') ? ('proposal' as const) : ('feedback' as const),
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
  const skip = new Set([keyOf('proposal', asked.except), keyOf('feedback', asked.except)]);
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
