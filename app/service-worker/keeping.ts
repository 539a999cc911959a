import {
  assetCache,
  assetsIn,
  keptAtHeader,
  keptLanguageHeader,
  keptTitleHeader,
  markedAsKept,
  mayBeAsked,
  mayBeKept,
  mostAssets,
  mostLetters,
  mostPages,
  pageCache,
  titleIn,
} from './kept-pages';
import type { Look } from './kept-pages';
import { scope } from './worker-scope';
import { isLocale, locales } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';
import { installedPaths } from '~/paths-installed';
import { offlinePaths } from '~/paths-offline';

/** A page that somebody sees just now. */
export interface Seen {
  url: string;
  language: Locale;
  look: Look;
}

const plain: Look = { theme: null, senior: false };
const freshMinutes = 10;
/** Grows when all is thrown away: what was asked for before is then not kept any more. */
let generation = 0;

const anyVariant = { ignoreVary: true };
const openPages = () => caches.open(pageCache);
const openAssets = () => caches.open(assetCache);

export const keptPage = async (url: string) => (await openPages()).match(url, anyVariant);

/** As a visitor is shown it: what is kept holds nothing of whoever is signed in, whatever the page adds for them. */
const askAsVisitor = (url: string, language: Locale) =>
  fetch(url, { credentials: 'omit', headers: { Accept: 'text/html', 'Accept-Language': language } });

async function keepAssets(html: string): Promise<void> {
  const assets = await openAssets();
  await Promise.all(
    assetsIn(html).map(async (file) => (await assets.match(file, anyVariant)) ?? assets.add(file)),
  );
}

/** Its bytes are not coded any more, and may have become others. */
const ofTheWire = ['Content-Encoding', 'Content-Length', 'ETag', 'Vary'];

async function writtenFor(answer: Response, { language, look }: Omit<Seen, 'url'>): Promise<Response | null> {
  const html = await answer.text();
  if (html.length > mostLetters) return null;
  await keepAssets(html);
  const at = new Date().toISOString();
  const headers = new Headers(answer.headers);
  for (const name of ofTheWire) headers.delete(name);
  headers.set(keptAtHeader, at);
  headers.set(keptTitleHeader, encodeURIComponent(titleIn(html)));
  headers.set(keptLanguageHeader, language);
  return new Response(markedAsKept(html, at, look), { headers });
}

async function ask(url: string, seen: Omit<Seen, 'url'>, key = url): Promise<void> {
  const begun = generation;
  const answer = await askAsVisitor(url, seen.language);
  const written = mayBeKept(answer) ? await writtenFor(answer, seen) : null;
  if (generation !== begun) return;
  const pages = await openPages();
  // The newest stand last; what anyone could read once and cannot any more is not kept on.
  await pages.delete(key, anyVariant);
  if (written) await pages.put(key, written);
}

const isOffline = (key: Request) => new URL(key.url).pathname === offlinePaths.offline;

async function dropOldest(): Promise<void> {
  const pages = await openPages();
  const keys = (await pages.keys()).filter((key) => !isOffline(key));
  for (const key of keys.slice(0, Math.max(0, keys.length - mostPages))) await pages.delete(key);
  const assets = await openAssets();
  if ((await assets.keys()).length > mostAssets) await dropUnusedAssets();
}

async function isFresh(url: string, { language, look }: Seen): Promise<boolean> {
  const kept = await keptPage(url);
  if (!kept || kept.headers.get(keptLanguageHeader) !== language) return false;
  const age = Date.now() - Date.parse(kept.headers.get(keptAtHeader) ?? '');
  if (!(age < freshMinutes * 60_000)) return false;
  const html = (await kept.text()).slice(0, 500);
  return html.includes('data-senior') === look.senior;
}

/** Keeps the page that is seen, where anyone may read it. */
export async function keepSeen(seen: Seen): Promise<void> {
  const url = new URL(seen.url, scope.location.href);
  url.hash = '';
  if (url.origin !== scope.location.origin || !mayBeAsked(url) || (await isFresh(url.href, seen))) return;
  await ask(url.href, seen);
  await dropOldest();
}

const offlineIn = (language: Locale) => `${offlinePaths.offline}?language=${language}`;

/** What is shown for a page that is not kept, in both languages. */
export async function keepOfflinePages(): Promise<void> {
  const assets = await openAssets();
  await assets.add(installedPaths.mark);
  for (const language of locales)
    await ask(offlinePaths.offline, { language, look: plain }, offlineIn(language));
}

/** In the language of the page that was seen last. */
export async function offlinePage(): Promise<Response | undefined> {
  const pages = await openPages();
  const newest = (await pages.keys()).filter((key) => !isOffline(key)).at(-1);
  const last = newest && (await pages.match(newest, anyVariant))?.headers.get(keptLanguageHeader);
  const own = scope.navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
  return pages.match(offlineIn(isLocale(last) ? last : own), anyVariant);
}

/** Throws away what was read on this device. */
export async function forgetPages(): Promise<void> {
  generation += 1;
  const pages = await openPages();
  for (const key of await pages.keys()) if (!isOffline(key)) await pages.delete(key);
}

/** Files of builds that are gone, but for those that a kept page names. */
export async function dropUnusedAssets(): Promise<void> {
  const pages = await openPages();
  const used = new Set<string>([installedPaths.mark]);
  for (const key of await pages.keys()) {
    const html = await (await pages.match(key, anyVariant))?.text();
    for (const file of assetsIn(html ?? '')) used.add(file);
  }
  const assets = await openAssets();
  for (const key of await assets.keys()) if (!used.has(new URL(key.url).pathname)) await assets.delete(key);
}

/** A file never changes under its name. */
export async function assetOf(request: Request): Promise<Response> {
  const assets = await openAssets();
  const kept = await assets.match(request.url, anyVariant);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await assets.put(request.url, answer.clone());
  return answer;
}
