import { createContext, useContext, useId, useState } from 'react';

/** How many ids a page has given, or a part of it whose ids are counted by themselves; each drawing begins anew. */
export const ElementIds = createContext<{ given: number; within?: string }>({ given: 0 });

const useReactsId = (): string => useId().replaceAll(':', '');

function useCountedId(): string {
  const ids = useContext(ElementIds);
  const [id] = useState(() => {
    ids.given += 1;
    return `${ids.within ?? 'e'}${ids.given}`;
  });
  return id;
}

/**
 * An id of an element that is the same on the server and in the browser, as letters and digits. React writes pages and
 * Preact takes them over, and each reckons `useId` in its own way; both draw components in the same order, so they are
 * counted. Where one follows the code while it changes, React does both, and draws twice.
 */
export const useElementId = import.meta.env.DEV ? useReactsId : useCountedId;
