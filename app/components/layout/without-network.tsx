import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';

/** What helps where the network comes and goes is loaded behind the page, and only where it can be of use. */
export function WithoutNetwork() {
  const [Lines, setLines] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (!import.meta.env.PROD || !navigator.serviceWorker || window.top !== window) return;
    // What cannot be loaded is not needed: the page does without.
    import('../offline/begin')
      .then(({ offlineLines }) => offlineLines())
      .then(
        ({ OfflineLines }) => setLines(() => OfflineLines),
        () => {},
      );
  }, []);
  return Lines && <Lines />;
}
