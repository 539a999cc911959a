import { useEffect } from 'react';
import type { RefObject } from 'react';
import { keysAreOn } from '~/components/ui/keys-switch';

const typing = 'input, textarea, select, [contenteditable]';
const answers: Record<string, string> = { a: 'agree', d: 'disagree', s: 'pass' };

/** A, D and S press the buttons of the card; never while typing, nor with another key held. */
export function useAnswerKeys(card: RefObject<HTMLElement>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (!keysAreOn() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (target instanceof HTMLElement && target.closest(typing)) return;
      const answer = answers[event.key.toLowerCase()];
      const button = card.current?.querySelector<HTMLButtonElement>(`button[value="${answer}"]`);
      if (!answer || !button) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [card]);
}
