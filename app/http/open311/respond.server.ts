import type { RouteArgs } from '../actor.server';
import { answer, refusal } from './call.server';
import type { ApiCall } from './call.server';
import {
  discovery,
  listRequests,
  listRequestUpdates,
  listServices,
  oneRequest,
  oneService,
  oneToken,
  postRequest,
  postRequestUpdate,
} from './calls.server';
import { formats } from './formats';
import { CallRefused } from '~/domains/bridges/index.server';

type Handler = (call: ApiCall, id: string) => Promise<Response>;

/** Each resource by its name, alone and with an id behind it, and what it takes. */
const collections: Record<string, Partial<Record<'GET' | 'POST', Handler>>> = {
  discovery: { GET: discovery },
  services: { GET: listServices },
  requests: { GET: listRequests, POST: postRequest },
  servicerequestupdates: { GET: listRequestUpdates, POST: postRequestUpdate },
};
const items: Record<string, Handler> = { services: oneService, requests: oneRequest, tokens: oneToken };

const pattern = /^(?<name>[a-z]+)(?:\/(?<id>[^/]{1,100}))?\.(?<format>xml|json)$/;

function handlerFor(name: string, id: string | undefined, method: string): Handler | 'no-method' | null {
  const methods = id === undefined ? collections[name] : items[name] && { GET: items[name] };
  if (!methods || !Object.hasOwn(id === undefined ? collections : items, name)) return null;
  return (method === 'POST' ? methods.POST : methods.GET) ?? 'no-method';
}

/**
 * Answers a call of GeoReport v2 or of FixMyStreet's extension. The caller is known by the key alone: the session
 * of a browser is put aside, so that no page can act here in its reader's name.
 */
export async function respondToCall(args: RouteArgs): Promise<Response> {
  const { request, params } = args;
  // Clients join `url + "/services.xml"`, as the specification's examples do, whether or not the address ends with a slash.
  const match = pattern.exec((params['*'] ?? '').replace(/^\/+/, ''))?.groups;
  const format = formats.find((word) => word === match?.format) ?? 'xml';
  const ctx = { ...args.context.context, actor: { kind: 'visitor' as const } };
  const call: ApiCall = { ctx, request, format, search: new URL(request.url).searchParams };
  try {
    const handler = match ? handlerFor(match.name ?? '', match.id, request.method) : null;
    if (handler === null) throw new CallRefused({ status: 404, key: 'fault.no-resource' });
    if (handler === 'no-method') return methodRefused(call);
    return await handler(call, match?.id ?? '');
  } catch (error) {
    return refusal(call, error);
  }
}

function methodRefused(call: ApiCall): Response {
  const faults = [{ code: 405, description: 'Method not allowed' }];
  return answer(call, faults, { root: 'errors', item: 'error' }, 405);
}
