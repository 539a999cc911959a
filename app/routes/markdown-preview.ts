import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { contextOf } from '~/http/actor.server';
import { readForm } from '~/http/forms/forms.server';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** The longest text that a form takes. */
const longest = 30_000;

/** The text as its page would show it, for people who write here. */
export async function action(args: ActionFunctionArgs) {
  if (contextOf(args).actor.kind !== 'person') throw data({ reason: null }, { status: 401 });
  const source = (await readForm(args.request)).get('source');
  const html = typeof source === 'string' ? renderMarkdown(source.slice(0, longest)) : '';
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
