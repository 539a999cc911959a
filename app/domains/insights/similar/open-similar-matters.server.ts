import { setImmediate as turn } from 'node:timers/promises';
import type { ComparedKind } from '../../known-subjects';
import { eventsAfter, lastSequence } from '../../ledger/index.server';
import { SimilarIndex } from '~/lib/similar-texts/similar-index';
import type { SimilarHit } from '~/lib/similar-texts/similar-index';
import type { Database } from '~/platform/db/database.server';

export interface SimilarMatters {
  /** To each title the nearest of what anyone may read, best first; ids as `kind:id`. */
  nearest(
    asked: readonly { title: string; skip: ReadonlySet<string> }[],
    search: { limit: number; least: number },
  ): Promise<SimilarHit[][]>;
}

const sliceSize = 500;
const patienceMilliseconds = 400;
/** Sequence numbers are taken before the commit: of this many behind the head some may come late. */
const lookBack = 200;

/** What hides a thing of any kind, or shows it again. */
const hiding = ['content.hidden', 'content.kept'];

export const keyOf = (kind: string, id: string) => `${kind}:${id}`;

/**
 * An index in memory of the titles of all kinds that are compared, as far as anyone may read them. Read in slices when it is first
 * asked, while the site answers; before each search it takes in what events of this and of other processes have changed.
 */
export function openSimilarMatters(
  database: Database,
  compared: ReadonlyMap<string, ComparedKind>,
): SimilarMatters {
  const changing = [...hiding, ...[...compared.values()].flatMap((kind) => kind.changing)];
  const index = new SimilarIndex();
  let head = 0;
  const seen = new Set<number>();
  let filling: Promise<void> | undefined;

  const take = (kind: string, rows: readonly { id: string; title: string }[]) => {
    for (const { id, title } of rows) index.add({ id: keyOf(kind, id), title });
  };

  async function fill(): Promise<void> {
    head = await lastSequence(database);
    for (const [kind, { titles }] of compared) {
      let after = '';
      for (let more = true; more;) {
        const rows = await titles(database, { after, take: sliceSize });
        take(kind, rows);
        after = rows.at(-1)?.id ?? after;
        more = rows.length === sliceSize;
        await turn();
      }
    }
  }

  async function catchUp(): Promise<void> {
    const from = database.engine === 'sqlite' ? head : head - lookBack;
    const events = await eventsAfter(database, changing, from);
    const fresh = events.filter(({ sequence }) => !seen.has(sequence));
    for (const [kind, { matters }] of compared) {
      const ids = [
        ...new Set(fresh.filter((event) => event.subjectKind === kind).map((event) => event.subjectId)),
      ];
      if (ids.length === 0) continue;
      const rows = await matters(database, ids);
      for (const id of ids) index.remove(keyOf(kind, id));
      take(kind, rows);
    }
    for (const { sequence } of fresh) {
      head = Math.max(head, sequence);
      seen.add(sequence);
    }
    for (const sequence of seen) if (sequence < head - lookBack) seen.delete(sequence);
  }

  function begin(): Promise<void> {
    filling ??= fill().catch((error: unknown) => {
      filling = undefined;
      throw error;
    });
    return filling;
  }

  return {
    nearest: async (asked, search) => {
      // While a large index is being read, what is there already answers.
      const patience = new Promise((resolve) => setTimeout(resolve, patienceMilliseconds).unref());
      await Promise.race([begin(), patience]);
      await catchUp();
      const hits: SimilarHit[][] = [];
      for (const { title, skip } of asked) {
        if (hits.length > 0) await turn();
        hits.push(index.nearest(title, { ...search, skip: (id) => skip.has(id) }));
      }
      return hits;
    },
  };
}
