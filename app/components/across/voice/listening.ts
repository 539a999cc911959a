/** What browsers have for hearing (Web Speech API), as far as it is used; most name it with a prefix. */
interface Recognition {
  lang: string;
  continuous: boolean;
  start(): void;
  abort(): void;
  onresult: ((event: Heard) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
}

interface Heard {
  resultIndex: number;
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>;
}

type Kind = new () => Recognition;

declare global {
  interface Window {
    SpeechRecognition?: Kind;
    webkitSpeechRecognition?: Kind;
  }
}

/** Why it ended, where it was not asked to. */
export type Deafness = 'not-allowed' | 'failed';

export interface Listening {
  locale: string;
  onWords: (words: string) => void;
  onEnd: (why: Deafness | null) => void;
}

/** Listens until it is told not to, or cannot; answers how to end it. */
export function listen({ locale, onWords, onEnd }: Listening): () => void {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Recognition) {
    onEnd('failed');
    return () => {};
  }
  const heard = new Recognition();
  let why: Deafness | null = null;
  heard.lang = locale;
  heard.continuous = true;
  heard.onresult = ({ results, resultIndex }) => {
    for (const result of Array.from(results).slice(resultIndex))
      if (result.isFinal) onWords(result[0]?.transcript.trim() ?? '');
  };
  heard.onerror = ({ error }) => {
    if (error === 'no-speech' || error === 'aborted') return;
    why = error === 'not-allowed' || error === 'service-not-allowed' ? 'not-allowed' : 'failed';
  };
  heard.onend = () => onEnd(why);
  heard.start();
  return () => heard.abort();
}

/** Puts words where the field's cursor stands, as if they were typed: whoever watches the field sees them. */
export function typeInto(field: HTMLTextAreaElement, words: string): void {
  const { selectionStart, selectionEnd, value } = field;
  const before = value.slice(0, selectionStart);
  // Chinese is written without spaces; what is Latin on both sides needs one.
  const gap = /[A-Za-z0-9,.;:!?]$/.test(before) && /^[A-Za-z0-9]/.test(words) ? ' ' : '';
  field.setRangeText(gap + words, selectionStart, selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: words }));
}
