import type { Context, TransactionContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { inTransaction } from '../in-transaction.server';
import { appendEvent } from '../ledger/index.server';
import { personOf } from '../person-of';
import { ensureAsShown } from '../shown-fields.server';
import { pageEvents } from './events';
import { isKnownPage } from './known-pages';
import { mayDraftPages } from './policy';
import { notWithdrawn } from './rules/not-withdrawn';
import { raisedHeadings } from './rules/raised-headings';
import type { PageWords } from './schema';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';

const htmlOf = (text: string) => raisedHeadings(renderMarkdown(text));

const noWords = { titleChinese: '', titleEnglish: '', textChinese: '', textEnglish: '' };

/** The page and its newest words: of versions that were taken back none, also not for whoever saves over another. */
async function pageWith(ctx: TransactionContext, id: string) {
  const page = await ctx.prisma.portalPage.findUnique({
    where: { id },
    include: { versions: { where: notWithdrawn, orderBy: { number: 'desc' }, take: 1 } },
  });
  return page && { ...page, newest: page.versions[0] ?? noWords };
}

/** Writes the version; of many who write the same number one does. */
async function addVersion(
  ctx: TransactionContext,
  { pageId, number }: { pageId: string; number: number },
  words: PageWords,
) {
  const now = ctx.clock.now();
  await ctx.prisma.portalPageVersion.create({
    data: {
      ...{ id: newId(now), pageId, number, ...words, savedBy: personOf(ctx), savedAt: now },
      ...{ htmlChinese: htmlOf(words.textChinese), htmlEnglish: htmlOf(words.textEnglish) },
    },
  });
  await appendEvent(ctx, pageEvents, {
    ...{ type: 'page.saved', subjectKind: 'page', subjectId: pageId, areaId: null },
    publicData: { title: words.titleChinese, version: number, reason: words.reason },
  });
}

async function create(ctx: TransactionContext, id: string, words: PageWords): Promise<void> {
  const createdAt = ctx.clock.now();
  await ctx.prisma.portalPage.create({
    data: { id, version: 1, createdBy: personOf(ctx), createdAt },
  });
  await addVersion(ctx, { pageId: id, number: 1 }, words);
}

/**
 * Begins a guide, as a draft; answers its name in the address. Throws `conflict` at `id` where there is one of that
 * name, or the portal itself has such a page.
 */
export async function beginGuide(ctx: Context, input: PageWords & { id: string }): Promise<string> {
  ensure(mayDraftPages(ctx.actor));
  const { id, ...words } = input;
  const taken = new DomainError('conflict', { field: 'id', reason: 'pages.name-taken' });
  if (isKnownPage(id)) throw taken;
  try {
    await inTransaction(ctx, (ctx) => create(ctx, id, words));
  } catch (error) {
    throw isUniqueViolation(error) ? taken : error;
  }
  return id;
}

/**
 * Keeps the words as a new version, a draft until it is published. A page that the portal has not written yet begins with
 * it. Throws `conflict` with what is saved where another version was saved meanwhile.
 */
export async function savePage(
  ctx: Context,
  id: string,
  { revision, ...words }: PageWords & { revision: number },
): Promise<void> {
  ensure(mayDraftPages(ctx.actor));
  const saved = inTransaction(ctx, async (ctx) => {
    const page = await pageWith(ctx, id);
    if (!page && !(isKnownPage(id) && revision === 0)) throw new DomainError('not-found');
    if (!page) return create(ctx, id, words);
    const { titleChinese, titleEnglish, textChinese, textEnglish } = page.newest;
    ensureAsShown(revision, { titleChinese, titleEnglish, textChinese, textEnglish }, page.version);
    const version = page.version + 1;
    const moved = await ctx.prisma.portalPage.updateMany({
      where: { id, version: page.version },
      data: { version },
    });
    if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    return addVersion(ctx, { pageId: id, number: version }, words);
  });
  await saved.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError('conflict', { reason: 'changed-meanwhile' }) : error;
  });
}
