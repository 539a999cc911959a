import type { ReadContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { displayNames, portalTops } from '../identity/index.server';
import { defaultPage } from './default-text.server';
import { isKnownPage, knownPages } from './known-pages';
import { mayDraftPages, mayPublishPages } from './policy';
import { notWithdrawn } from './rules/not-withdrawn';
import { textIn } from '~/i18n/catalogue';
import { pagesMenu } from '~/i18n/pages-menu';

const mostPages = 300;
const mostVersions = 100;

/** How a page stands: what everyone reads of it, and whether something newer waits. */
export type PageStanding = 'brought' | 'draft' | 'published' | 'newer-draft' | 'withdrawn';

function standingOf(page: {
  version: number;
  publishedVersion: number | null;
  withdrawnAt: Date | null;
}): PageStanding {
  if (page.publishedVersion === null) return page.withdrawnAt ? 'withdrawn' : 'draft';
  return page.version > page.publishedVersion ? 'newer-draft' : 'published';
}

/** All pages of the portal, those that each portal has first. */
export async function pagesDesk(ctx: ReadContext) {
  ensure(mayDraftPages(ctx.actor));
  const rows = await ctx.database.read.portalPage.findMany({
    orderBy: { id: 'asc' },
    take: mostPages,
    include: {
      versions: {
        where: notWithdrawn,
        orderBy: { number: 'desc' },
        take: 1,
        select: { titleChinese: true, titleEnglish: true, savedAt: true },
      },
    },
  });
  const t = textIn(ctx.locale, pagesMenu);
  const written = rows.map(({ versions: [newest], ...page }) => {
    const title = ctx.locale === 'en' ? newest?.titleEnglish || newest?.titleChinese : newest?.titleChinese;
    return {
      id: page.id,
      title: title ?? page.id,
      standing: standingOf(page),
      savedAt: newest?.savedAt ?? null,
    };
  });
  const brought = knownPages
    .filter((id) => !written.some((page) => page.id === id))
    .map((id) => ({ id, title: t(`page.${id}`), standing: 'brought' as const, savedAt: null }));
  const known = (page: { id: string }) => isKnownPage(page.id);
  return [...[...brought, ...written.filter(known)].sort(inOrder), ...written.filter((page) => !known(page))];
}

const inOrder = (one: { id: string }, other: { id: string }) => placeOf(one.id) - placeOf(other.id);
const placeOf = (id: string) => (knownPages as readonly string[]).indexOf(id);

/** What the form of a page that nobody has written yet is filled with. */
function broughtWords(ctx: ReadContext, id: string) {
  if (!isKnownPage(id)) throw new DomainError('not-found');
  const chinese = defaultPage(ctx, id, 'zh-CN');
  const english = defaultPage(ctx, id, 'en');
  return {
    ...{ titleChinese: chinese.title, textChinese: chinese.text },
    ...{ titleEnglish: english.title, textEnglish: english.text },
  };
}

const noWords = { titleChinese: '', titleEnglish: '', textChinese: '', textEnglish: '' };

/**
 * What the form is filled with: the newest words that may still be read, or those of an earlier version. One that was
 * taken back is read by those alone who could take it back. Throws `not-found`.
 */
async function wordsOf(
  ctx: ReadContext,
  pageId: string,
  { number, withWithdrawn }: { number: number | undefined; withWithdrawn: boolean },
) {
  const asked = number === undefined ? notWithdrawn : { number, ...(withWithdrawn ? {} : notWithdrawn) };
  const version = await ctx.database.read.portalPageVersion.findFirst({
    where: { pageId, ...asked },
    orderBy: { number: 'desc' },
    select: { titleChinese: true, titleEnglish: true, textChinese: true, textEnglish: true },
  });
  if (!version && number !== undefined) throw new DomainError('not-found');
  return version ?? noWords;
}

/** Every version with who saved and published it and why, the newest first. */
async function versionsOf(ctx: ReadContext, pageId: string) {
  const rows = await ctx.database.read.portalPageVersion.findMany({
    where: { pageId },
    orderBy: { number: 'desc' },
    take: mostVersions,
    select: {
      number: true,
      reason: true,
      savedBy: true,
      savedAt: true,
      publishedBy: true,
      publishedAt: true,
      withdrawnBy: true,
      withdrawnAt: true,
      withdrawnFor: true,
    },
  });
  const who = rows.flatMap(({ savedBy, publishedBy, withdrawnBy }) => [savedBy, publishedBy, withdrawnBy]);
  const names = await displayNames(
    ctx,
    who.filter((one) => one !== null),
  );
  const nameOf = (id: string | null) => (id && names[id]) ?? '';
  return rows.map(({ withdrawnFor, ...version }) => ({
    ...version,
    // The reason may be what should not be read.
    reason: version.withdrawnAt ? (withdrawnFor ?? '') : version.reason,
    savedBy: nameOf(version.savedBy),
    publishedBy: nameOf(version.publishedBy),
    withdrawnBy: nameOf(version.withdrawnBy),
  }));
}

/** One page at the desk; with a number, an earlier version to write on from. Throws `not-found`. */
export async function pageAtDesk(ctx: ReadContext, id: string, number?: number) {
  ensure(mayDraftPages(ctx.actor));
  const mayPublish = mayPublishPages(ctx.actor, await portalTops(ctx));
  const page = await ctx.database.read.portalPage.findUnique({ where: { id } });
  if (!page) {
    const none = {
      publishedVersion: null,
      standing: 'brought' as PageStanding,
      versions: [],
      mayWithdraw: false,
    };
    return { id, version: 0, fields: broughtWords(ctx, id), mayPublish, ...none };
  }
  const { version, publishedVersion } = page;
  const mayWithdraw = mayPublish.allowed && !isKnownPage(id) && publishedVersion !== null;
  const [fields, versions] = await Promise.all([
    wordsOf(ctx, id, { number, withWithdrawn: mayPublish.allowed }),
    versionsOf(ctx, id),
  ]);
  return {
    ...{ id, version, publishedVersion, fields, versions, mayPublish, mayWithdraw },
    standing: standingOf(page),
  };
}
