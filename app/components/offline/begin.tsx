import { lazy } from 'react';
import type { ReactNode } from 'react';

const Lines = lazy<() => ReactNode>(() =>
  import('./offline-lines').then(
    (loaded) => ({ default: loaded.OfflineLines }),
    () => ({ default: () => null }),
  ),
);

/** Names what the lines are made of, so that no page has to. */
export const OfflineLines = () => <Lines />;
