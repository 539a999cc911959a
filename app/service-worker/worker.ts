/**
 * Runs beside the pages, in the browser: lets what was seen be read without a network, and tells of what is pushed. What
 * may be kept, and when it is thrown away, is said in kept-pages.ts and docs/decisions/0090.
 */
import {
  assetOf,
  dropUnusedAssets,
  forgetPages,
  keepOfflinePages,
  keepSeen,
  keptPage,
  offlinePage,
} from './keeping';
import { loadWhole, pageOfData } from './kept-pages';
import { listenForPushes } from './push';
import type { PushScope } from './push';
import { unsentTag } from './told';
import type { Told } from './told';
import { sendUnsent } from './unsent/send-unsent';
import { scope } from './worker-scope';
import type { AskingEvent } from './worker-scope';
import { paths } from '~/paths';
import { installedPaths } from '~/paths-installed';
import { offlinePaths } from '~/paths-offline';

/** The version of the build, put in by scripts/build.mjs. */
declare const buildVersion: string;

/** How long a page is waited for where one is kept that can be read meanwhile. */
const patience = 8_000;

const later = <Value>(value: Value) => new Promise<Value>((resolve) => setTimeout(resolve, patience, value));

async function insteadOf(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (pathname !== offlinePaths.offline) {
    // Not in the place of the page itself: its scripts would find that they stand at another address.
    return Response.redirect(offlinePaths.offlineInsteadOf(pathname + search), 302);
  }
  return (await offlinePage()) ?? Response.error();
}

/** The page as it is now; else as it was kept; else what can be read. */
async function pageFor({ request, preloadResponse }: AskingEvent): Promise<Response> {
  // A newer worker takes over with a page that is loaded anyway.
  scope.registration.waiting?.postMessage({ kind: 'take-over' } satisfies Told);
  const kept = await keptPage(request.url);
  const asked = preloadResponse.then((loaded) => loaded ?? fetch(request));
  try {
    return await (kept ? Promise.race([asked, later(kept)]) : asked);
  } catch {
    return kept ?? insteadOf(request);
  }
}

/** Where a page's data do not come, the page is loaded as a whole, and may be a kept one. What is asked again fails. */
async function dataFor({ request }: AskingEvent): Promise<Response> {
  try {
    return await fetch(request);
  } catch (fault) {
    const page = pageOfData(new URL(request.url));
    if (!request.referrer || new URL(page, scope.location.origin).href === request.referrer) throw fault;
    return new Response(loadWhole(page), {
      status: 202,
      headers: { 'Content-Type': 'text/x-script; charset=utf-8', 'X-Remix-Response': 'yes' },
    });
  }
}

scope.addEventListener('install', (event) => event.waitUntil(keepOfflinePages()));

scope.addEventListener('activate', (event) =>
  event.waitUntil(
    Promise.all([dropUnusedAssets(), scope.registration.navigationPreload?.enable(), scope.clients.claim()]),
  ),
);

scope.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== scope.location.origin) return;
  if (method === 'POST' && pathname.replace(/\.data$/, '') === paths.signOut)
    return event.waitUntil(forgetPages());
  if (method !== 'GET') return;
  if (mode === 'navigate') event.respondWith(pageFor(event));
  else if (pathname.startsWith(offlinePaths.clientFiles) || pathname === installedPaths.mark)
    event.respondWith(assetOf(event.request));
  else if (pathname.endsWith('.data')) event.respondWith(dataFor(event));
});

/** Fails where something has to wait on: the browser then tries again later. */
async function sendAll(): Promise<void> {
  if (!(await sendUnsent())) throw new Error('There was no network');
}

scope.addEventListener('sync', (event) => {
  if (event.tag === unsentTag) event.waitUntil(sendAll());
});

listenForPushes(scope as unknown as PushScope);

scope.addEventListener('message', (event) => {
  // Only pages of the portal reach its worker.
  const told = event.data as Told;
  if (told.kind === 'take-over') event.waitUntil(scope.skipWaiting());
  if (told.kind === 'version') event.ports[0]?.postMessage(buildVersion);
  if (told.kind === 'seen') event.waitUntil(keepSeen(told.page).catch(() => {}));
});
