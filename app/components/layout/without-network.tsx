import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useHydrated } from '~/components/ui/use-hydrated';

const OfflineLines = lazy<() => ReactNode>(() =>
  import('../offline/begin').then(
    (loaded) => ({ default: loaded.OfflineLines }),
    // What cannot be loaded is not needed: the page does without.
    () => ({ default: () => null }),
  ),
);

/** What helps where the network comes and goes is loaded behind the page, and only where it can be of use. */
export function WithoutNetwork() {
  if (!useHydrated() || !import.meta.env.PROD || !navigator.serviceWorker) return null;
  return (
    <Suspense fallback={null}>
      <OfflineLines />
    </Suspense>
  );
}
