import { formatted } from './formats';
import type { Answer, Format, Naming } from './formats';
import type { Context, ReadContext } from '~/domains/context';
import { callerOf, CallRefused, jurisdictionOf } from '~/domains/bridges/index.server';
import type { BridgeCaller, CallFault } from '~/domains/bridges/index.server';
import { parameter } from '~/domains/bridges/rules/open311/read-query';
import { hasKey, textIn } from '~/i18n/catalogue';
import { open311 } from '~/i18n/open311';
import { reasonText } from '~/i18n/reason-text';
import { errorStatus } from '../answers/error-status';
import { refusalOf } from '../answers/refusals.server';

/** One call of the API. Cookies are not looked at: who calls is said by the key alone. */
export interface ApiCall {
  ctx: Context;
  request: Request;
  search: URLSearchParams;
  format: Format;
}

export function answer(call: ApiCall, value: Answer, naming: Naming, status = 200): Response {
  return formatted(call.format, value, { naming, status });
}

function faultsOf(ctx: ReadContext, error: unknown): { status: number; description: string }[] | null {
  const t = textIn(ctx.locale, open311);
  if (error instanceof CallRefused)
    return error.faults.map(({ status, key, params }) => ({
      status,
      description: hasKey(open311, key) ? t(key, params) : key,
    }));
  const refused = refusalOf(error);
  return refused && [{ status: errorStatus[refused.code], description: reasonText(ctx.locale, refused) }];
}

/** The faults in the shape of the specification; the first of them gives the status. What is no fault of the call is thrown on. */
export function refusal(call: Pick<ApiCall, 'ctx' | 'format'>, error: unknown): Response {
  const faults = faultsOf(call.ctx, error);
  if (!faults) throw error;
  const status = faults[0]?.status ?? 400;
  const list = faults.map(({ status: code, description }) => ({ code, description }));
  return formatted(call.format, list, { naming: { root: 'errors', item: 'error' }, status });
}

/** The area that `jurisdiction_id` names, or null where none is named. Throws CallRefused where it is none. */
export function jurisdiction(call: ApiCall, given?: string): Promise<string | null> {
  return jurisdictionOf(call.ctx, given ?? parameter(call.search, 'jurisdiction_id'));
}

/** The key that stands outside the body: in the address, or in the header `X-Api-Key`. */
const keyOutside = (call: ApiCall) =>
  parameter(call.search, 'api_key') ?? call.request.headers.get('X-Api-Key');

export const isKeyGiven = (call: ApiCall) => Boolean(keyOutside(call));

/** Who calls, by the key outside the body, else by the one found in it. Throws CallRefused (403) without a good one. */
export async function callerFor(call: ApiCall, inBody: string | null): Promise<BridgeCaller> {
  const key = inBody ?? keyOutside(call);
  const caller = await callerOf(call.ctx, key);
  if (caller) return caller;
  const fault: CallFault = { status: 403, key: key ? 'fault.bad-key' : 'fault.no-key' };
  throw new CallRefused(fault);
}
