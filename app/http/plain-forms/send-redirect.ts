import type { IncomingMessage, ServerResponse } from 'node:http';
import { topicsHeader } from '../cache-topics';
import { keeping } from '../guards/last-headers.server';
import { anyFrameHeader } from '../server/frames';
import { signedOutHeader } from '~/lib/signed-out-header';

/** By which a route asks something of the server, or of Remix. */
const particular = [topicsHeader, anyFrameHeader, signedOutHeader];
const redirects = [301, 302, 303, 307, 308];

/** The answer where it leads to an address of the portal and does nothing else; null of all others. */
export function plainRedirect(answer: unknown): Response | null {
  if (!(answer instanceof Response) || !redirects.includes(answer.status) || answer.body !== null)
    return null;
  const leadsOn = /^\/(?![/\\])/.test(answer.headers.get('Location') ?? '');
  return leadsOn && !particular.some((name) => answer.headers.has(name)) ? answer : null;
}

/** Sends it with what every answer bears. */
export function sendRedirect(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, laid }: { answer: Response; laid: readonly string[] },
): void {
  const { headers } = answer;
  const head: (string | string[])[] = [...laid, 'Content-Length', '0'];
  for (const [name, value] of headers) if (name !== 'set-cookie') head.push(name, value);
  if (!headers.has('Cache-Control')) head.push('Cache-Control', keeping(request.url ?? ''));
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) head.push('Set-Cookie', cookies);
  response.writeHead(answer.status, head as string[]);
  response.end();
}
