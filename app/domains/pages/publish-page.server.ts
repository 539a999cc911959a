import type { Context, TransactionContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { portalTops } from '../identity/index.server';
import { inTransaction } from '../in-transaction.server';
import { appendEvent, rewriteEventsAbout } from '../ledger/index.server';
import { personOf } from '../person-of';
import { pageEvents } from './events';
import { isKnownPage } from './known-pages';
import { mayPublishPages } from './policy';
import { lockRow } from '~/platform/db/lock-row';

const versionTakenBack = () => new DomainError('wrong-state', { reason: 'pages.version-withdrawn' });

/** The version, while nobody else publishes or takes back one of the page. Throws `not-found`. */
async function heldVersion(ctx: TransactionContext, pageId: string, number: number) {
  await lockRow(ctx, 'PortalPage', pageId);
  const version = await ctx.prisma.portalPageVersion.findUnique({
    where: { pageId_number: { pageId, number } },
    include: { page: true },
  });
  if (!version) throw new DomainError('not-found');
  return version;
}

/**
 * Lets everyone read a version, in the place of the one before. An earlier one can be published again, and keeps by whom
 * and when it was published first; one that was taken back cannot.
 */
export async function publishPage(ctx: Context, id: string, { version }: { version: number }): Promise<void> {
  ensure(mayPublishPages(ctx.actor, await portalTops(ctx)));
  await inTransaction(ctx, async (ctx) => {
    const found = await heldVersion(ctx, id, version);
    if (found.withdrawnAt) throw versionTakenBack();
    const now = ctx.clock.now();
    const moved = await ctx.prisma.portalPage.updateMany({
      where: { id, OR: [{ publishedVersion: null }, { publishedVersion: { not: version } }] },
      data: { publishedVersion: version, holdsSince: now, withdrawnAt: null },
    });
    if (moved.count === 0) throw new DomainError('conflict', { reason: 'pages.published-already' });
    await ctx.prisma.portalPageVersion.updateMany({
      where: { id: found.id, publishedAt: null },
      data: { publishedBy: personOf(ctx), publishedAt: now },
    });
    await appendEvent(ctx, pageEvents, {
      ...{ type: 'page.published', subjectKind: 'page', subjectId: id, areaId: null },
      publicData: { title: found.titleChinese, version, reason: found.reason },
    });
  });
}

/** The title of the page now: the one that was taken back may be what should not be read. */
async function titleNow(ctx: TransactionContext, pageId: string, number: number | null): Promise<string> {
  if (number === null) return pageId;
  const where = { pageId_number: { pageId, number } };
  const holding = await ctx.prisma.portalPageVersion.findUnique({ where, select: { titleChinese: true } });
  return holding?.titleChinese ?? pageId;
}

/**
 * Takes back one version that was published, with the reason that everyone reads in its place: nobody reads its words
 * any more but those who administer the whole portal. Throws `wrong-state` for the version that holds: another is
 * published first.
 */
export async function withdrawVersion(
  ctx: Context,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  ensure(mayPublishPages(ctx.actor, await portalTops(ctx)));
  await inTransaction(ctx, async (ctx) => {
    const found = await heldVersion(ctx, id, version);
    if (!found.publishedAt) throw new DomainError('not-found');
    if (found.page.publishedVersion === version)
      throw new DomainError('wrong-state', { reason: 'pages.version-holds' });
    if (found.withdrawnAt) throw versionTakenBack();
    await ctx.prisma.portalPageVersion.update({
      where: { id: found.id },
      data: { withdrawnBy: personOf(ctx), withdrawnAt: ctx.clock.now(), withdrawnFor: reason },
    });
    const title = await titleNow(ctx, id, found.page.publishedVersion);
    // Title and reason go from what was told of it too: each may be what should not be read.
    const told = { subjectKind: 'page', subjectId: id, types: ['page.saved', 'page.published'] };
    await rewriteEventsAbout(ctx, told, (said) =>
      said.version === version ? { ...said, title, reason: '—' } : said,
    );
    await appendEvent(ctx, pageEvents, {
      ...{ type: 'page.version-withdrawn', subjectKind: 'page', subjectId: id, areaId: null },
      publicData: { title, version, reason },
    });
  });
}

/** Takes a guide back: its address answers no longer. What each portal must have can only be written anew. */
export async function withdrawGuide(ctx: Context, id: string, { reason }: { reason: string }): Promise<void> {
  ensure(mayPublishPages(ctx.actor, await portalTops(ctx)));
  if (isKnownPage(id)) throw new DomainError('forbidden', { reason: 'pages.needed' });
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'PortalPage', id);
    const page = await ctx.prisma.portalPage.findUnique({ where: { id } });
    if (!page) throw new DomainError('not-found');
    if (page.publishedVersion === null)
      throw new DomainError('wrong-state', { reason: 'pages.not-published' });
    const title = await titleNow(ctx, id, page.publishedVersion);
    await ctx.prisma.portalPage.update({
      where: { id },
      data: { publishedVersion: null, holdsSince: null, withdrawnAt: ctx.clock.now() },
    });
    await appendEvent(ctx, pageEvents, {
      ...{ type: 'page.withdrawn', subjectKind: 'page', subjectId: id, areaId: null },
      publicData: { title, reason },
    });
  });
}
