import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { keepRecent } from './recent-areas';
import type { AreaOffered } from '~/lib/choices/area-choices';

/** The area that a combobox holds and the words that stand in its field: typing alone chooses nothing. */
export function useChosenArea(first: AreaOffered | null, input: RefObject<HTMLInputElement>) {
  const byHand = useRef(true);
  const [chosen, setChosen] = useState(first);
  const [text, setText] = useState(first?.name ?? '');
  /** Writes as typing would, so that the form hears of it: drafts are kept as people type. */
  const write = (words: string) => {
    const element = input.current;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (!element || !set) return;
    byHand.current = false;
    set.call(element, words);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    byHand.current = true;
    setText(words);
  };
  useReset(input, () => {
    setChosen(first);
    setText(first?.name ?? '');
  });
  return {
    chosen,
    text,
    typed: text !== (chosen?.name ?? ''),
    choose: (area: AreaOffered | null) => {
      setChosen(area);
      if (area) keepRecent(area.id);
      write(area?.name ?? '');
    },
    /** Answers whether someone typed the words, rather than `choose` wrote them. */
    type: (words: string): boolean => {
      setText(words);
      return byHand.current;
    },
    /** What was typed and not chosen is taken back; an emptied field is no area. */
    takeBack: () => {
      if (text.trim() === '') setChosen(null);
      else setText(chosen?.name ?? '');
    },
  };
}

/** A form that is emptied takes the choice back, too. */
function useReset(input: { current: HTMLInputElement | null }, reset: () => void) {
  const latest = useRef(reset);
  useEffect(() => {
    latest.current = reset;
  });
  useEffect(() => {
    const form = input.current?.form;
    const heard = () => latest.current();
    form?.addEventListener('reset', heard);
    return () => form?.removeEventListener('reset', heard);
  }, [input]);
}
