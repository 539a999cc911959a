import type { createRequestHandler } from '@remix-run/node';
import type { GongzhiLoadContext, PostedForm } from '../server/load-context';
import { postedForm } from './bodies/posted-body.server';
import { safeNext } from '../actor.server';
import { paths } from '~/paths';
import { holdsText } from '~/lib/texts/searching/holds-text';
import { signedOutHeader } from '~/lib/signed-out-header';

type WebHandler = ReturnType<typeof createRequestHandler>;

const mostFields = 200;
const mostCharacters = 200_000;

/** What was typed, without passwords and files; null where it is too much to be sent there and back. */
function typedIn(form: FormData): PostedForm['fields'] | null {
  const fields: PostedForm['fields'] = [];
  let characters = 0;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || /password/i.test(name)) continue;
    fields.push([name, value]);
    characters += name.length + value.length;
    if (fields.length > mostFields || characters > mostCharacters) return null;
  }
  return fields;
}

/**
 * Answers as `handler` does, but where a page posted a form and nobody is signed in any more, the page of signing in
 * holds what was posted, to be sent on afterwards: nothing typed is lost without scripts either. With scripts the
 * form itself stays (components/layout/keep-unsent-forms).
 */
export async function answerKeepingForm(
  { page: handler, signIn: signInPage }: { page: WebHandler; signIn: WebHandler },
  asked: Request,
  context: GongzhiLoadContext,
): Promise<Response> {
  const mayBeLost = asked.method === 'POST' && context.context.actor.kind !== 'person';
  const copy = mayBeLost ? asked.clone() : null;
  const answer = await handler(asked, context);
  const url = new URL(asked.url);
  if (!copy || !answer.headers.has(signedOutHeader) || url.pathname.endsWith('.data')) return answer;
  const fields = typedIn(await postedForm(copy).catch(() => new FormData()));
  // A press of a button alone leads to signing in and back, as ever.
  if (!fields || !holdsText(fields.map(([, value]) => value))) return answer;
  const path = url.pathname + url.search;
  const signIn = new URL(`${paths.signIn}?next=${encodeURIComponent(url.pathname)}`, url);
  const headers = new Headers(asked.headers);
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  const page = new Request(signIn, { headers, signal: asked.signal });
  const shown = await signInPage(page, { ...context, posted: { path, fields } });
  return new Response(shown.body, { status: 401, headers: shown.headers });
}

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

/** Reads back what the page of signing in carried in its field; null where it is none. */
export function postedFormOf(text: unknown): PostedForm | null {
  if (typeof text !== 'string' || text === '' || text.length > 2 * mostCharacters) return null;
  try {
    const { path, fields } = JSON.parse(text) as { path?: unknown; fields?: unknown };
    const safe = safeNext(path, '');
    if (safe === '' || !Array.isArray(fields) || fields.length > mostFields || !fields.every(isPair))
      return null;
    return { path: safe, fields };
  } catch {
    return null;
  }
}
