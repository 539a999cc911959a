import { formatted } from './formats';
import type { Answer, Format, Naming } from './formats';
import { largestPictureBytes } from '~/platform/files/clean-picture.server';
import type { Context } from '~/domains/context';
import { callerOf, CallRefused, jurisdictionOf } from '~/domains/bridges/index.server';
import type { BridgeCaller, CallFault } from '~/domains/bridges/index.server';
import { parameter } from '~/domains/bridges/rules/open311/read-query';
import { readPosted } from '~/domains/bridges/rules/open311/posted-form';
import type { PostedForm } from '~/domains/bridges/rules/open311/posted-form';
import { hasKey, textIn } from '~/i18n/catalogue';
import { open311 } from '~/i18n/open311';
import { reasonText } from '~/i18n/reason-text';
import { errorStatus } from '../error-status';
import { refusalOf } from '../refusals.server';

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

function faultsOf(ctx: Context, error: unknown): { status: number; description: string }[] | null {
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

/** Who calls, by the key in the form, the address, or the header `X-Api-Key`. Throws CallRefused (403) without a good one. */
export async function requireCaller(call: ApiCall, fields: Record<string, string>): Promise<BridgeCaller> {
  const key = fields.api_key ?? parameter(call.search, 'api_key') ?? call.request.headers.get('X-Api-Key');
  const caller = await callerOf(call.ctx, key);
  if (caller) return caller;
  const fault: CallFault = { status: 403, key: key ? 'fault.bad-key' : 'fault.no-key' };
  throw new CallRefused(fault);
}

export interface PostedBody {
  posted: PostedForm;
  pictures: Uint8Array[];
}

const mostPictures = 5;

/** The posted form, urlencoded or multipart; files of any name are pictures. Throws CallRefused where it is no form. */
export async function readBody(request: Request): Promise<PostedBody> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new CallRefused({ status: 400, key: 'fault.no-form' });
  }
  const pairs: [string, string][] = [];
  const files: File[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') pairs.push([name, value]);
    else if (value.size > 0) files.push(value);
  }
  if (files.length > mostPictures || files.some((file) => file.size > largestPictureBytes))
    throw new CallRefused({ status: 400, key: 'fault.pictures', params: { maximum: mostPictures } });
  const pictures = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  return { posted: readPosted(pairs), pictures };
}
