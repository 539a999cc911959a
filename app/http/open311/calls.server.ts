import { answer, jurisdiction } from './call.server';
import type { ApiCall } from './call.server';
import { formatted } from './formats';
import { readCall } from './posted-call.server';
import {
  CallRefused,
  describeRequests,
  findById,
  findRequests,
  listUpdates,
  requestOfToken,
  serviceDefinition,
  serviceCodes,
  services,
  takeRequest,
  takeUpdate,
} from '~/domains/bridges/index.server';
import type { RequestKey } from '~/domains/bridges/index.server';
import { isExtended, readRequestQuery, readUpdateWindow } from '~/domains/bridges/rules/open311/read-query';
import { textIn } from '~/i18n/catalogue';
import { open311 } from '~/i18n/open311';
import { paths } from '~/paths';

/** When the interface last changed in a way that clients notice. */
const changeset = '2025-11-01T00:00:00Z';

export async function discovery({ ctx, format }: ApiCall): Promise<Response> {
  const { publicUrl, mailFrom } = ctx.configuration;
  const t = textIn(ctx.locale, open311);
  const value = {
    changeset,
    contact: t('contact', { mail: /<(.+)>/.exec(mailFrom)?.[1] ?? mailFrom }),
    key_service: t('key-service', { url: publicUrl + paths.bridges }),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        // Without the slash at the end: the specification's examples put one before each resource.
        url: publicUrl + paths.open311.replace(/\/$/, ''),
        changeset,
        type: ctx.configuration.demoMode ? 'test' : 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
  return formatted(format, value, { naming: { root: 'discovery' }, charset: false });
}

export async function listServices(call: ApiCall): Promise<Response> {
  await jurisdiction(call);
  return answer(call, await services(call.ctx), { root: 'services', item: 'service' });
}

export async function oneService(call: ApiCall, code: string): Promise<Response> {
  await jurisdiction(call);
  return answer(call, await serviceDefinition(call.ctx, code), { root: 'service_definition' });
}

const requestsNaming = { root: 'service_requests', item: 'request' };

async function showRequests(call: ApiCall, keys: RequestKey[], extended: boolean): Promise<Response> {
  const described = await describeRequests(call.ctx, keys, { extended });
  return answer(
    call,
    described.map((request) => ({ ...request })),
    requestsNaming,
  );
}

export async function listRequests(call: ApiCall): Promise<Response> {
  const areaId = await jurisdiction(call);
  const read = readRequestQuery(call.search, call.ctx.clock.now(), (await serviceCodes(call.ctx)).known);
  if (!read.ok) throw new CallRefused(...read.faults);
  const { ids, extended } = read.value;
  const keys = ids
    ? await findById(call.ctx, ids)
    : await findRequests(call.ctx, { areaId, query: read.value });
  return showRequests(call, keys, extended);
}

export async function oneRequest(call: ApiCall, id: string): Promise<Response> {
  await jurisdiction(call);
  const keys = await findById(call.ctx, [id]);
  if (keys.length === 0) throw new CallRefused({ status: 404, key: 'fault.no-request', params: { id } });
  return showRequests(call, keys, isExtended(call.search));
}

export async function oneToken(call: ApiCall, token: string): Promise<Response> {
  const requestId = await requestOfToken(call.ctx, token);
  if (!requestId) throw new CallRefused({ status: 404, key: 'fault.no-token', params: { token } });
  return answer(call, [{ service_request_id: requestId, token }], requestsNaming);
}

export async function postRequest(call: ApiCall): Promise<Response> {
  const { caller, posted, pictures } = await readCall(call);
  const taken = await takeRequest(call.ctx, caller, {
    posted,
    pictures,
    jurisdiction: await jurisdiction(call, posted.fields.jurisdiction_id),
    idempotencyKey: call.request.headers.get('Idempotency-Key'),
  });
  const t = textIn(call.ctx.locale, open311);
  const reply = {
    service_request_id: taken.requestId,
    service_notice: t(taken.immediateDanger ? 'notice.danger' : 'notice.taken'),
    account_id: taken.accountId,
  };
  return answer(call, [reply], requestsNaming, 201);
}

const updatesNaming = { root: 'service_request_updates', item: 'request_update' };

export async function listRequestUpdates(call: ApiCall): Promise<Response> {
  const areaId = await jurisdiction(call);
  const read = readUpdateWindow(call.search, call.ctx.clock.now());
  if (!read.ok) throw new CallRefused(...read.faults);
  const { updates, more } = await listUpdates(call.ctx, { ...read.value, areaId });
  const response = answer(
    call,
    updates.map((update) => ({ ...update })),
    updatesNaming,
  );
  if (more) {
    const next = new URLSearchParams(call.search);
    next.set('page', String(read.value.page + 1));
    // As in RFC 8288: a program that turns pages finds the next one, nothing ends silently.
    response.headers.set('Link', `<?${next}>; rel="next"`);
  }
  return response;
}

export async function postRequestUpdate(call: ApiCall): Promise<Response> {
  const { caller, posted } = await readCall(call);
  await jurisdiction(call, posted.fields.jurisdiction_id);
  const id = await takeUpdate(call.ctx, caller, posted);
  return answer(call, [{ update_id: id }], updatesNaming, 201);
}
