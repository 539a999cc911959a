import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { ensureReads } from '../ensure-reads';
import type { PublishedCollection } from '../known-subjects';
import { keyOfSubject } from '../ledger/index.server';
import { areaNames } from '../territory/index.server';
import { asVisitor } from './open-data/as-visitor';
import { summaryOf } from '~/lib/texts/cutting/summary';
import { isSubjectKind, pathOfSubject } from '~/paths';
import type { SubjectKind } from '~/paths';

/** What a card, a poster or a message says of a matter: only what anyone may read. */
export interface SharedMatter {
  kind: SubjectKind;
  id: string;
  title: string;
  /** The beginning of its words; empty where it has none. */
  text: string;
  areaName: string;
  url: string;
}

const named = ['body', 'question', 'purpose', 'description', 'about'] as const;

function collectionOf(ctx: ReadContext, kind: string): PublishedCollection<ReadContext> | undefined {
  return [...ctx.subjects.published.values()].find((one) => one.kind === kind && 'title' in one.item.shape);
}

const textAt = (item: Record<string, unknown>, name: string) =>
  typeof item[name] === 'string' ? item[name] : '';

/** Its words and its area, as it is given out to programs; nothing for kinds that are not. */
async function wordsOf(ctx: ReadContext, kind: string, id: string) {
  const page = await collectionOf(ctx, kind)?.page(ctx, { id, size: 1 });
  const item = page?.items[0] ?? {};
  const areaId = textAt(item, 'areaId');
  const names = await areaNames(ctx, areaId === '' ? [] : [areaId]);
  const text = named.map((name) => textAt(item, name)).find((words) => words !== '') ?? '';
  return { text: summaryOf(text), areaName: names[areaId] ?? '' };
}

/**
 * What may be passed on of a thing; null where it is not public, though the actor may read it. Throws `not-found` for
 * what there is not and for kinds that nobody can follow, `forbidden` where the actor may not read it.
 */
export async function sharedMatter(ctx: ReadContext, kind: string, id: string): Promise<SharedMatter | null> {
  if (!isSubjectKind(kind) || ctx.subjects.offersOf(kind)?.followed !== true)
    throw new DomainError('not-found');
  await ensureReads(ctx, { kind, id });
  const outside = asVisitor(ctx);
  const shown = await ctx.subjects.access.outgoing(outside, [{ kind, id }]);
  const title = shown.get(keyOfSubject({ kind, id }))?.title;
  if (!title) return null;
  const url = ctx.configuration.publicUrl + pathOfSubject(kind, id);
  return { kind, id, title, url, ...(await wordsOf(outside, kind, id)) };
}

/** The same for programs that draw a card: what is not public is not found, whoever asks. */
export async function cardOfMatter(ctx: ReadContext, kind: string, id: string): Promise<SharedMatter> {
  const matter = await sharedMatter(asVisitor(ctx), kind, id);
  if (!matter) throw new DomainError('not-found');
  return matter;
}
