import { useEffect, useRef } from 'react';

/** A link to another page that is followed in this window. */
function leadsElsewhere(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || (link.target !== '' && link.target !== '_self') || link.origin !== location.origin)
    return false;
  return link.pathname + link.search !== location.pathname + location.search;
}

const looksUp = (event: Event) => event.target instanceof HTMLFormElement && event.target.method === 'get';

/**
 * While there is no network, or the page is of another build than the next one, links and filters load pages as a whole:
 * the router would ask for parts that cannot come, or not fit.
 */
export function useWholePages(always: boolean): void {
  const whole = useRef(always);
  whole.current = always;
  useEffect(() => {
    const leave = (event: Event) => {
      if (!whole.current && navigator.onLine) return;
      // The browser does what it does without scripts; nobody else hears of it.
      if (event instanceof MouseEvent ? leadsElsewhere(event) : looksUp(event)) event.stopPropagation();
    };
    document.addEventListener('click', leave, true);
    document.addEventListener('submit', leave, true);
    return () => {
      document.removeEventListener('click', leave, true);
      document.removeEventListener('submit', leave, true);
    };
  }, []);
}
