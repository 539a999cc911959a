import type { IncomingMessage, ServerResponse } from 'node:http';
import { topicsHeader } from '../cache-topics';
import { keeping } from '../guards/last-headers.server';
import { anyFrameHeader } from '../server/frames';
import { signedOutHeader } from '~/lib/signed-out-header';

/** By which a route asks something of the server, or of Remix. */
const particular = [topicsHeader, anyFrameHeader, signedOutHeader];
const redirects = [301, 302, 303, 307, 308];
/** The status that Remix gives a redirect that is told and not followed. */
const toldAsData = 202;

/** The answer where it leads to an address of the portal and does nothing else; null of all others. */
export function plainRedirect(answer: unknown): Response | null {
  if (!(answer instanceof Response) || !redirects.includes(answer.status) || answer.body !== null)
    return null;
  const leadsOn = /^\/(?![/\\])/.test(answer.headers.get('Location') ?? '');
  return leadsOn && !particular.some((name) => answer.headers.has(name)) ? answer : null;
}

/**
 * What a page with scripts is told instead of the redirect, which its browser would follow by itself: as Remix writes it
 * (`getSingleFetchRedirect`, turbo-stream). A list of all names and values, each once, of which the first is the object.
 */
export function redirectAsData({ status, headers }: Response): string {
  const told = {
    redirect: headers.get('Location'),
    status,
    revalidate: headers.has('X-Remix-Revalidate') || headers.has('Set-Cookie'),
    reload: headers.has('X-Remix-Reload-Document'),
    replace: headers.has('X-Remix-Replace'),
  };
  const values: unknown[] = [];
  const placeOf = (value: unknown) => {
    if (!values.includes(value)) values.push(value);
    return values.indexOf(value) + 1;
  };
  const object = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [`_${placeOf(name)}`, placeOf(value)]),
  );
  return `${JSON.stringify([object, ...values])}\n`;
}

interface Sending {
  answer: Response;
  /** What every answer bears. */
  laid: readonly string[];
  /** Whether scripts of a page ask. */
  asData: boolean;
}

const ofData = [
  'X-Remix-Response',
  'yes',
  'Content-Type',
  'text/x-script; charset=utf-8',
  'Vary',
  'Accept-Encoding',
];

/** Sends it with what every answer bears. */
export function sendRedirect(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, laid, asData }: Sending,
): void {
  const { headers } = answer;
  const body = asData ? redirectAsData(answer) : '';
  const head: (string | string[])[] = [...laid, 'Content-Length', String(Buffer.byteLength(body))];
  if (asData) head.push(...ofData);
  for (const [name, value] of headers) if (name !== 'set-cookie') head.push(name, value);
  if (!headers.has('Cache-Control')) head.push('Cache-Control', keeping(request.url ?? ''));
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) head.push('Set-Cookie', cookies);
  response.writeHead(asData ? toldAsData : answer.status, head as string[]);
  response.end(body);
}
