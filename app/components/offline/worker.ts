import type { Told } from '~/service-worker/told';
import type { Locale } from '~/i18n/locale';

/** When the page was kept; null for one that came from the portal just now. */
export const keptAt = (): string | null => document.documentElement.dataset.keptAt ?? null;

/** Spares whoever pays for what is loaded. */
const savesData = () =>
  'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true;

/** Tells the worker of the page that is looked at. */
export async function tellSeen(language: Locale): Promise<void> {
  if (savesData() || !navigator.onLine) return;
  const { theme, senior } = document.documentElement.dataset;
  const look = { theme: theme ?? null, senior: senior !== undefined };
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({
    kind: 'seen',
    page: { url: window.location.href, language, look },
  } satisfies Told);
}

/** The version of the build that the worker belongs to. */
export const versionOf = (worker: ServiceWorker): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ kind: 'version' } satisfies Told, [port2]);
  });

const patienceMilliseconds = 3_000;

/**
 * Loads the page anew by the newer worker. Only once it has taken over: a page that is asked for while one worker goes
 * and the other comes may wait for neither.
 */
export function loadBy(newer: ServiceWorker): void {
  const load = () => window.location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', load, { once: true });
  setTimeout(load, patienceMilliseconds);
  newer.postMessage({ kind: 'take-over' } satisfies Told);
}
