import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * For the element that has the focus whenever `asked` is another text, null for not at all. `autoFocus` does it where
 * there are no scripts; Preact sets it as an attribute, which browsers look at once a page.
 */
export function useFocusWhere<Element extends HTMLElement>(asked: string | null): RefObject<Element> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (asked !== null) element.current?.focus();
  }, [asked]);
  return element;
}
