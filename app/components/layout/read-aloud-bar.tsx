import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useHydrated } from '~/components/ui/use-hydrated';

/** Loaded in senior mode alone; where it cannot be, the page is as it is without scripts. */
const ReadAloud = lazy<() => ReactNode>(() =>
  import('./read-aloud').then(
    (loaded) => ({ default: loaded.ReadAloud }),
    () => ({ default: () => null }),
  ),
);

/** The button by which a page is read out, where scripts run and the browser can speak. */
export function ReadAloudBar() {
  if (!useHydrated() || !('speechSynthesis' in window)) return null;
  return (
    <Suspense fallback={null}>
      <ReadAloud />
    </Suspense>
  );
}
