import { useEffect } from 'react';
import type { RefObject } from 'react';
import { keysAreOn } from '~/components/ui/keys-switch';

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** Opens the form of a row, and puts what is typed next into it. */
function unfold(row: HTMLElement): void {
  row.querySelector<HTMLElement>('summary')?.click();
  row.querySelector<HTMLElement>('details[open] textarea')?.focus();
}

/** Keys for a list of `[data-item]`: j and k move, x selects, Enter or o opens, r unfolds the form. Never while typing. */
export function useListKeys(list: RefObject<HTMLElement>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (!keysAreOn() || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof HTMLElement && target.closest(typing)) return;
      const items = Array.from(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? []);
      const at = items.findIndex((item) => item.contains(document.activeElement));
      const here = items[at];
      if (event.key === 'j') items[Math.min(at + 1, items.length - 1)]?.focus();
      else if (event.key === 'k') items[Math.max(at - 1, 0)]?.focus();
      else if (event.key === 'x') here?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
      else if (event.key === 'o' || (event.key === 'Enter' && target === here))
        here?.querySelector<HTMLAnchorElement>('a[href]')?.click();
      else if (event.key === 'r' && here) unfold(here);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list]);
}
