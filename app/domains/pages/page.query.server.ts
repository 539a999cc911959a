import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { defaultPage } from './default-text.server';
import { isKnownPage } from './known-pages';
import { raisedHeadings } from './rules/raised-headings';
import type { Locale } from '~/i18n/locale';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Earlier versions that the page lists. */
const mostVersions = 100;
/** Guides that are listed. */
const mostGuides = 200;

interface Words {
  titleChinese: string;
  titleEnglish: string;
  htmlChinese: string;
  htmlEnglish: string;
}

/** In the reader's language where the page has it, else in Chinese. */
function inLanguage(locale: Locale, words: Words): { title: string; html: string; language: Locale } {
  return locale === 'en' && words.titleEnglish !== ''
    ? { title: words.titleEnglish, html: words.htmlEnglish, language: 'en' }
    : { title: words.titleChinese, html: words.htmlChinese, language: 'zh-CN' };
}

const sameTime = (one: Date | null | undefined, other: Date) => one?.getTime() === other.getTime();

/** What the software brings, where the portal has published nothing; null for guides, which it never brings. */
function broughtPage(ctx: ReadContext, id: string) {
  if (!isKnownPage(id)) return null;
  const { title, text } = defaultPage(ctx, id, ctx.locale);
  const shown = { title, html: raisedHeadings(renderMarkdown(text)), language: ctx.locale };
  const none = { number: null, publishedAt: null, holdsSince: null, reason: '', versions: [] };
  return { id, ...shown, ...none, isNewest: true };
}

/** The versions that were published, with what is said of them; of one that was taken back the reason for that alone. */
async function versionsOf(ctx: ReadContext, pageId: string) {
  const versions = await ctx.database.read.portalPageVersion.findMany({
    where: { pageId, publishedAt: { not: null } },
    orderBy: [{ publishedAt: 'desc' }, { number: 'desc' }],
    take: mostVersions,
    select: { number: true, publishedAt: true, reason: true, withdrawnAt: true, withdrawnFor: true },
  });
  return versions.map(({ withdrawnAt, withdrawnFor, reason, ...version }) => ({
    ...version,
    isWithdrawn: withdrawnAt !== null,
    reason: withdrawnAt ? (withdrawnFor ?? '') : reason,
  }));
}

/**
 * A page as everyone reads it: the version that holds, or an earlier one by its number. Throws `not-found` for what is
 * not published, `expired` for a version that was taken back.
 */
export async function publicPage(ctx: ReadContext, id: string, number?: number) {
  const { portalPage, portalPageVersion } = ctx.database.read;
  const page = await portalPage.findUnique({
    where: { id },
    select: { publishedVersion: true, holdsSince: true },
  });
  const holding = page?.publishedVersion ?? null;
  if (holding === null) {
    const brought = number === undefined ? broughtPage(ctx, id) : null;
    if (!brought) throw new DomainError('not-found');
    return brought;
  }
  const version = await portalPageVersion.findUnique({
    where: { pageId_number: { pageId: id, number: number ?? holding } },
  });
  if (!version?.publishedAt) throw new DomainError('not-found');
  if (version.withdrawnAt) throw new DomainError('expired', { reason: 'pages.version-withdrawn' });
  const { publishedAt, reason } = version;
  const isNewest = version.number === holding;
  return {
    ...{ id, ...inLanguage(ctx.locale, version), number: version.number, publishedAt, reason, isNewest },
    /** Only where it was published before and holds again since another day. */
    holdsSince: isNewest && !sameTime(page?.holdsSince, publishedAt) ? (page?.holdsSince ?? null) : null,
    versions: await versionsOf(ctx, id),
  };
}

/** The guides that are published, by their titles. */
export async function publishedGuides(ctx: ReadContext): Promise<{ id: string; title: string }[]> {
  const pages = await ctx.database.read.portalPage.findMany({
    where: { publishedVersion: { not: null } },
    orderBy: { id: 'asc' },
    take: mostGuides,
    select: { id: true, publishedVersion: true },
  });
  const guides = pages.filter(({ id }) => !isKnownPage(id));
  const versions = await ctx.database.read.portalPageVersion.findMany({
    where: { OR: guides.map(({ id, publishedVersion }) => ({ pageId: id, number: publishedVersion ?? 0 })) },
    select: { pageId: true, titleChinese: true, titleEnglish: true, htmlChinese: false },
  });
  const titles = new Map(versions.map((version) => [version.pageId, version]));
  return guides.map(({ id }) => {
    const { titleChinese = id, titleEnglish = '' } = titles.get(id) ?? {};
    return { id, title: ctx.locale === 'en' && titleEnglish !== '' ? titleEnglish : titleChinese };
  });
}
