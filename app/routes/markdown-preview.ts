import type { ActionFunctionArgs } from '@remix-run/node';
import { readForm } from '~/http/forms.server';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const longest = 50_000;

/** The text as its page would show it. */
export async function action({ request }: ActionFunctionArgs) {
  const source = (await readForm(request)).get('source');
  const html = typeof source === 'string' ? renderMarkdown(source.slice(0, longest)) : '';
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
