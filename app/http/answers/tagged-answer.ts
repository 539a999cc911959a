import { sha256 } from '~/lib/sha256';

/** Whether the reader has just this already (RFC 9110, 13.1.2: tags are compared without what makes them weak). */
function isHeld(request: Request, tag: string): boolean {
  const held = (request.headers.get('If-None-Match') ?? '').split(',').map((one) => one.trim());
  return held.some((one) => one === '*' || one.replace(/^W\//, '') === tag);
}

/** A text with the tag by which it is asked for again: where nothing changed, only that is answered. */
export function taggedAnswer(request: Request, text: string, headers: Record<string, string>): Response {
  const tag = `"${sha256(text)}"`;
  const head = { ...headers, ETag: tag };
  if (isHeld(request, tag)) return new Response(null, { status: 304, headers: head });
  return new Response(text, { headers: head });
}
