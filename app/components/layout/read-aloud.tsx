import { useLocation } from '@remix-run/react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '~/components/ui/button';
import { sentencesOf } from '~/lib/texts/cutting/sentences';
import { readAloud } from '~/i18n/read-aloud';
import { useLocale, useText } from '~/i18n/use-text';

/** What is pressed or filled in is not read: only what the page says. */
const notRead =
  'nav, form, button, input, textarea, select, script, .read-aloud, [hidden], [aria-hidden=true], .sr-only';
const read = 'h1, h2, h3, p, li, dt, dd, th, td, figcaption, summary';

/** The words of the page in their order, each once: of what stands in another part that is read, the inner one alone. */
function wordsOfPage(): string[] {
  const parts = [...document.querySelectorAll<HTMLElement>(`#main :is(${read})`)];
  return parts
    .filter((part) => !part.closest(notRead) && part.offsetParent !== null && !part.querySelector(read))
    .map((part) => part.innerText.trim())
    .filter((words) => words !== '');
}

/** Reads the page out sentence by sentence: browsers fall silent in the middle of long texts. */
export function ReadAloud() {
  const t = useText(readAloud);
  const locale = useLocale();
  const { key } = useLocation();
  const [speaking, setSpeaking] = useState(false);
  const turn = useRef(0);
  const stop = () => {
    turn.current += 1;
    window.speechSynthesis.cancel();
    setSpeaking(false);
  };
  const start = () => {
    stop();
    const mine = turn.current;
    setSpeaking(true);
    const rest = wordsOfPage().flatMap(sentencesOf);
    const next = () => {
      const words = rest.shift();
      if (turn.current !== mine) return;
      if (words === undefined) return stop();
      const said = new SpeechSynthesisUtterance(words);
      said.lang = locale;
      said.rate = 0.9;
      said.onend = next;
      said.onerror = stop;
      window.speechSynthesis.speak(said);
    };
    next();
  };
  // Another page is not read with the words of the one before.
  useLayoutEffect(() => stop, [key]);
  return (
    <p className="read-aloud">
      <Button type="button" variant="secondary" aria-pressed={speaking} onClick={speaking ? stop : start}>
        {t(speaking ? 'stop' : 'start')}
      </Button>
    </p>
  );
}
