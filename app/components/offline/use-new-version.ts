import { useEffect, useState } from 'react';
import { versionOf } from './worker';
import { offlinePaths } from '~/paths-offline';

declare global {
  interface Window {
    /** Of Remix: `version` is the build's, with the language behind it. */
    __remixManifest?: { version: string };
  }
}

/** A browser looks for a newer worker when a page is loaded as a whole; one that is never left asks so often. */
const oftenMinutes = 30;

const isOfThisPage = (version: unknown) =>
  typeof version === 'string' && (window.__remixManifest?.version ?? '').startsWith(version);

async function differing(worker: ServiceWorker | null): Promise<ServiceWorker | null> {
  return worker && !isOfThisPage(await versionOf(worker)) ? worker : null;
}

/** Calls with each worker that is installed beside the one at work. */
function watch(registration: ServiceWorkerRegistration, found: (worker: ServiceWorker) => void): void {
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && registration.active) found(installing);
    });
  });
}

/** The worker of a newer build than the page's; null while there is none. Registers the worker first. */
export function useNewVersion(): ServiceWorker | null {
  const [newer, setNewer] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const tell = (worker: ServiceWorker | null) =>
      void differing(worker).then((found) => found && setNewer(found));
    const begin = async () => {
      const registration = await navigator.serviceWorker.register(offlinePaths.serviceWorker);
      watch(registration, tell);
      // The first one of all waits for a moment, too, and is no newer than the page.
      if (registration.active) tell(registration.waiting);
      timer = setInterval(() => void registration.update().catch(() => {}), oftenMinutes * 60_000);
    };
    // Without it the portal is as it was.
    begin().catch(() => {});
    return () => clearInterval(timer);
  }, []);
  return newer;
}
