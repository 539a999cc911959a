import { paths } from '~/paths';
import { offlinePaths } from '~/paths-offline';

/** What is kept on a device for reading without a network, by its bounds. */
export const mostPages = 50;
export const mostLetters = 1024 * 1024;
export const mostAssets = 300;

/** Where the browser keeps them (Cache API). */
export const pageCache = 'pages';
export const assetCache = 'assets';

/** By these the keeping says what it knows of a page. */
export const keptAtHeader = 'X-Kept-At';
export const keptTitleHeader = 'X-Kept-Title';
export const keptLanguageHeader = 'X-Kept-Language';

const firstPart = (path: string) => path.split(/[/?]/)[1] ?? '';

/** Personal pages, the work of those who keep the portal, and what is no page to come back to. */
const neverKept = new Set(
  [
    ...[paths.account, paths.inbox, paths.mine, paths.mailbox, paths.care, paths.invitation('')],
    ...[paths.moderation, paths.administration, paths.bridges, paths.workbench, paths.calendar('')],
    ...[paths.signIn, paths.secondFactor, paths.signOut, paths.register, paths.demoSignIn],
    ...[paths.confirm(''), paths.forgottenPassword, paths.resetPassword(''), paths.unsubscribe('')],
    ...[paths.preferences, paths.search, paths.similar, offlinePaths.offline, paths.embeds, paths.shares],
    ...[
      paths.file(''),
      paths.api,
      paths.feeds,
      paths.open311,
      paths.inboundHook(''),
      offlinePaths.clientFiles,
    ],
  ].map(firstPart),
);

/** Whether the page at the address may be kept at all; what it answers a visitor decides the rest. */
export function mayBeAsked({ pathname }: Pick<URL, 'pathname'>): boolean {
  return !neverKept.has(firstPart(pathname).toLowerCase()) && !/\.[a-z]+$/i.test(pathname);
}

/** Whether what came may lie on the device: a page that anyone may read, and that browsers may keep. */
export function mayBeKept({ status, redirected, headers }: Answer): boolean {
  const type = headers.get('Content-Type') ?? '';
  const keeping = headers.get('Cache-Control') ?? '';
  return status === 200 && !redirected && type.startsWith('text/html') && !/\bno-store\b/.test(keeping);
}
type Answer = Pick<Response, 'status' | 'redirected' | 'headers'>;

/** What a page needs to be shown: the portal's own files that it names. */
export function assetsIn(html: string): string[] {
  return [
    ...new Set(Array.from(html.matchAll(/"(\/assets\/[\w./-]+\.(?:js|css))"/g), ([, file]) => file ?? '')),
  ];
}

/** The page's title without the portal's name behind it. */
export function titleIn(html: string): string {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const plain = title.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => entities[name] ?? '');
  return plain.replace(/ · [^·]*$/, '').trim();
}
const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" },
};

/** How the reader has set the page's look. */
export interface Look {
  theme: string | null;
  senior: boolean;
}

/** The page with when it was kept, and in the reader's look: a visitor's has none. */
export function markedAsKept(html: string, at: string, { theme, senior }: Look): string {
  const look = `${theme === null ? '' : ` data-theme="${theme}"`}${senior ? ' data-senior=""' : ''}`;
  return html.replace(/<html /, `<html data-kept-at="${at}"${look} `);
}

/** What is asked for in the place of a page's data: the page. */
export function pageOfData({ pathname, searchParams }: URL): string {
  const path = pathname.replace(/\.data$/, '');
  const asked = new URLSearchParams(searchParams);
  asked.delete('_routes');
  const query = asked.toString();
  return `${path === '/_root' ? '/' : path}${query && `?${query}`}`;
}

/**
 * The answer to an asking for a page's data that lets Remix load the page as a whole, as its single fetch writes it
 * (turbo-stream 2). Read back with turbo-stream in the test.
 */
export function loadWhole(page: string): string {
  const said = { redirect: page, status: 302, revalidate: false, reload: true, replace: false };
  const list: unknown[] = [['SingleFetchRedirect', 1], {}];
  const places: Record<string, number> = {};
  for (const [name, value] of Object.entries(said)) {
    places[`_${list.push(name) - 1}`] = list.push(value) - 1;
  }
  list[1] = places;
  return `${JSON.stringify(list)}\n`;
}
