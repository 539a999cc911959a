import type { ReadContext } from '../../context';
import { childrenOf, readXml, textOf, XmlError } from '~/lib/xml/read-xml';
import type { XmlNode } from '~/lib/xml/read-xml';
import { RequestFailed, sendRequest } from '~/platform/web/send-request.server';
import { outsideText } from '~/lib/texts/outside-text';

export interface Target {
  id: string;
  name: string;
  areaId: string;
  url: string;
  jurisdictionId: string | null;
  apiKey: string | null;
}

/** The other server has refused the call, with its words: sending it again would not help. */
export class RemoteRefusal extends Error {}

/** No answer that can be read. `uncertain` is true where the other server may have done what it was asked. */
export class RemoteFailure extends Error {
  constructor(
    message: string,
    readonly uncertain: boolean,
  ) {
    super(message);
  }
}

export interface RemoteRequest {
  id: string;
  status: string;
  notes: string | null;
  description: string;
  updatedAt: string | null;
}

const timeoutMilliseconds = 20_000;
const largestAnswer = 8 * 1024 * 1024;
/** The specification names two statuses; the words beside them are those of an official, and shown as they come. */
const longestStatus = 40;
const longestNotes = 5000;
const longestId = 200;

interface Call {
  path: string;
  query?: Record<string, string>;
  form?: Record<string, string>;
  idempotencyKey?: string;
}

function read(body: Buffer, uncertain: boolean): XmlNode {
  try {
    return readXml(body.toString('utf8'));
  } catch (error) {
    if (error instanceof XmlError)
      throw new RemoteFailure(`The answer is no XML: ${error.message}`, uncertain);
    throw error;
  }
}

function refusalOf(status: number, body: Buffer): RemoteRefusal {
  try {
    const words = childrenOf(readXml(body.toString('utf8')), 'error').map((error) =>
      textOf(error, 'description'),
    );
    return new RemoteRefusal(outsideText(`${status}: ${words.filter(Boolean).join('; ')}`, 300));
  } catch {
    return new RemoteRefusal(String(status));
  }
}

/** One call in XML, which every server speaks. Throws RemoteRefusal (4xx) or RemoteFailure. */
async function callServer(ctx: ReadContext, target: Target, call: Call): Promise<XmlNode> {
  const posts = call.form !== undefined;
  const shared: Record<string, string> = target.jurisdictionId
    ? { jurisdiction_id: target.jurisdictionId }
    : {};
  const query = new URLSearchParams(posts ? {} : { ...shared, ...call.query }).toString();
  const key: Record<string, string> = target.apiKey ? { api_key: ctx.keys.open(target.apiKey) } : {};
  try {
    const answer = await sendRequest({
      url: `${target.url}${call.path}${query ? `?${query}` : ''}`,
      method: posts ? 'POST' : 'GET',
      headers: {
        Accept: 'text/xml',
        ...(posts && { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' }),
        ...(call.idempotencyKey !== undefined && { 'Idempotency-Key': call.idempotencyKey }),
      },
      ...(posts && { body: new URLSearchParams({ ...key, ...shared, ...call.form }).toString() }),
      timeoutMilliseconds,
      toPrivateAddresses: ctx.configuration.privateBridges,
      mostBytes: largestAnswer,
    });
    if (answer.status === 408 || answer.status === 429) throw new RemoteFailure(String(answer.status), false);
    if (answer.status >= 400 && answer.status < 500) throw refusalOf(answer.status, answer.body);
    if (answer.status < 200 || answer.status >= 300) throw new RemoteFailure(`HTTP ${answer.status}`, posts);
    return read(answer.body, posts);
  } catch (error) {
    if (error instanceof RequestFailed) throw new RemoteFailure(error.message, posts && error.sent);
    throw error;
  }
}

export async function remoteServices(
  ctx: ReadContext,
  target: Target,
): Promise<{ code: string; name: string }[]> {
  const root = await callServer(ctx, target, { path: 'services.xml' });
  return childrenOf(root, 'service').flatMap((service) => {
    const code = textOf(service, 'service_code');
    return code ? [{ code, name: textOf(service, 'service_name') ?? code }] : [];
  });
}

export async function postRemoteRequest(
  ctx: ReadContext,
  target: Target,
  { form, idempotencyKey }: { form: Record<string, string>; idempotencyKey: string },
): Promise<{ id: string } | { token: string }> {
  const root = await callServer(ctx, target, { path: 'requests.xml', form, idempotencyKey });
  const [request] = childrenOf(root, 'request');
  const id = request && textOf(request, 'service_request_id');
  if (id && id.length <= longestId) return { id };
  const token = request && textOf(request, 'token');
  if (token && token.length <= longestId) return { token };
  throw new RemoteFailure('The answer holds neither an id nor a token', true);
}

export async function remoteIdOfToken(
  ctx: ReadContext,
  target: Target,
  token: string,
): Promise<string | null> {
  const root = await callServer(ctx, target, { path: `tokens/${encodeURIComponent(token)}.xml` });
  const [request] = childrenOf(root, 'request');
  return request ? textOf(request, 'service_request_id') : null;
}

/** Requests by id, or those of a window. */
export async function remoteRequests(
  ctx: ReadContext,
  target: Target,
  query: Record<string, string>,
): Promise<RemoteRequest[]> {
  const root = await callServer(ctx, target, { path: 'requests.xml', query });
  return childrenOf(root, 'request').flatMap((request) => {
    const id = textOf(request, 'service_request_id');
    if (!id) return [];
    const notes = textOf(request, 'status_notes');
    return {
      id,
      status: outsideText((textOf(request, 'status') ?? 'open').toLowerCase(), longestStatus),
      notes: notes === null ? null : outsideText(notes, longestNotes),
      description: textOf(request, 'description') ?? '',
      updatedAt: textOf(request, 'updated_datetime'),
    };
  });
}
