import { useRouteLoaderData } from '@remix-run/react';
import type { RootData, Viewer } from './root-data';

/** What the root loader gave; undefined on an error page of the root itself. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData('root') as RootData | undefined;
}

/** The signed-in person, or null for a visitor. */
export function useViewer(): Viewer | null {
  return useRootData()?.viewer ?? null;
}
