import { useEffect } from 'react';
import { keysAreOn } from '~/components/ui/keys-switch';

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

/** What a key stands for: the button or link in `[data-key]`, or the field, which takes the typing from then on. */
function use(marked: HTMLElement): void {
  const field = marked.matches('textarea, input')
    ? marked
    : marked.querySelector<HTMLElement>('textarea, input');
  if (field) return field.focus();
  const inner = marked.matches('a, button, summary')
    ? marked
    : marked.querySelector<HTMLElement>('a, button, summary');
  inner?.click();
}

function move(by: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('[data-item] a'));
  const at = links.findIndex((link) => link.closest('[data-item]')?.contains(document.activeElement));
  const current = links.findIndex((link) => link.closest('[data-item]')?.hasAttribute('data-current'));
  const from = at === -1 ? current : at;
  links[Math.min(Math.max(from + by, 0), links.length - 1)]?.focus();
}

/**
 * Keys of the workbench: j and k move in the list, x selects, and any other key uses what is marked `data-key` with it.
 * Never while typing; Escape leaves a field.
 */
export function useWorkbenchKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (!keysAreOn() || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof HTMLElement && target.closest(typing)) {
        if (key === 'Escape') target.blur();
        return;
      }
      const marked = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (key === 'j') move(1);
      else if (key === 'k') move(-1);
      else if (key === 'x')
        document.activeElement?.closest('[data-item]')?.querySelector<HTMLInputElement>('input')?.click();
      else if (marked) use(marked);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
