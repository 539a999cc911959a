import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import type { Locale } from '~/i18n/locale';
import { actionAnswer, holdsActionData } from '~/lib/action-answer';
import type { FormState } from '~/lib/form-state';
import { holdsText } from '~/lib/texts/searching/holds-text';
import { signedOutHeader } from '~/lib/signed-out-header';

/** Why a posting was not taken. */
export type Unsent = 'offline' | 'signed-out' | 'too-large' | 'too-often' | 'refused' | 'failed';

/** What to do next, by the words of the catalogue `common`. */
const unsentWords = {
  offline: 'error.offline-next',
  'signed-out': 'unsent.signed-out',
  'too-large': 'error.413-next',
  'too-often': 'error.429-next',
  refused: 'error.409-next',
  failed: 'error.500-next',
} as const satisfies Record<Unsent, string>;

/** That the form is as it was typed, why it was not taken, and what to do next. */
export function unsentText(locale: Locale, why: Unsent): string {
  const t = textIn(locale, common);
  return `${t('unsent.kept')} ${t(unsentWords[why])}`;
}

/** Told to the page when there was no network for a form: whoever puts it by says so. */
export type UnsentEvent = 'unsent';
const unsentEvent: UnsentEvent = 'unsent';
/** Told with the words of a posting that was not taken: where its form does not say them, somebody else does. */
export type RefusedEvent = 'unsent-refused';
const refusedEvent: RefusedEvent = 'unsent-refused';
export const tellRefused = (words: string) =>
  void window.dispatchEvent(new CustomEvent(refusedEvent, { detail: words }));
export interface PutBy {
  body: unknown;
  putBy: Promise<boolean> | null;
}

type Ask = typeof fetch;
type Words = (unsent: Unsent) => string;

function unsentBy(answer: Response): Unsent {
  if (answer.headers.has(signedOutHeader) || answer.status === 401) return 'signed-out';
  if (answer.status === 413) return 'too-large';
  if (answer.status === 429) return 'too-often';
  return answer.status < 500 ? 'refused' : 'failed';
}

/** What stood in the form, but for passwords and files. */
function valuesOf(body: unknown): FormState['values'] {
  const values: Record<string, string[]> = {};
  if (!(body instanceof FormData) && !(body instanceof URLSearchParams)) return {};
  body.forEach((value: FormDataEntryValue, name: string) => {
    if (typeof value === 'string' && !/password/i.test(name)) (values[name] ??= []).push(value);
  });
  return Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]),
  );
}

/** Posted to the page on which it stands: what goes elsewhere holds no text, and its answer is for that page. */
function isOwnPosting(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  if (init?.method?.toUpperCase() !== 'POST') return false;
  const here = new URL(window.location.href);
  const posted = new URL(input instanceof Request ? input.url : input, here);
  const page = here.pathname === '/' ? '/_root' : here.pathname.replace(/\/$/, '');
  return posted.origin === here.origin && posted.pathname === `${page}.data`;
}

/** Something was typed; a press of a button alone leads to signing in and back. */
const isTyped = (body: unknown) => holdsText(Object.values(valuesOf(body)).flat());

/** Where somebody puts by what could not be handed over, the form is told that it is in good hands, and empties itself. */
const putByAnswer = '[{"_1":2},"data",{"_3":4},"waits",true]\n';

async function isPutBy(body: unknown): Promise<boolean> {
  const detail: PutBy = { body, putBy: null };
  window.dispatchEvent(new CustomEvent(unsentEvent, { detail }));
  return detail.putBy ?? false;
}

/**
 * Asks as `ask` does, but a form that could not be handed over (no network, a session that ended, a refusal before
 * the page's action, a fault of the server) is answered with what stood in it and words, so that it stays as typed.
 * Remix would put the page of an error, or of signing in, in its place.
 */
export function keepingForms(ask: Ask, words: Words): Ask {
  const headers = { 'Content-Type': 'text/x-script; charset=utf-8', 'X-Remix-Response': 'yes' };
  const unsent = (why: Unsent, body: unknown) => {
    const signedOut = why === 'signed-out' ? { signedOut: true as const } : {};
    tellRefused(words(why));
    const form = { values: valuesOf(body), errors: { '': [words(why)] }, ...signedOut };
    return new Response(actionAnswer(form), { status: why === 'offline' ? 503 : 400, headers });
  };
  return async (input, init) => {
    if (!isOwnPosting(input, init)) return ask(input, init);
    let answer: Response;
    try {
      answer = await ask(input, init);
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      if (await isPutBy(init?.body)) return new Response(putByAnswer, { status: 503, headers });
      return unsent('offline', init?.body);
    }
    const leadsToSignIn = answer.headers.has(signedOutHeader);
    if (answer.status < 400 && !(leadsToSignIn && isTyped(init?.body))) return answer;
    const text = await answer.text();
    if (!holdsActionData(text)) return unsent(unsentBy(answer), init?.body);
    return new Response(text, { status: answer.status, headers: answer.headers });
  };
}
