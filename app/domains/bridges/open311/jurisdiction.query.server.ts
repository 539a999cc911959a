import type { ReadContext } from '../../context';
import { CallRefused } from './call-refused';
import { areaByCode } from '../../territory/index.server';

/** The area that a `jurisdiction_id` names by id or code; null where none is given. Throws CallRefused (404). */
export async function jurisdictionOf(ctx: ReadContext, given: string | null): Promise<string | null> {
  if (given === null) return null;
  const area = await areaByCode(ctx, given);
  if (area === null)
    throw new CallRefused({ status: 404, key: 'fault.no-jurisdiction', params: { id: given } });
  return area;
}

/** The request that came of a posted one: tokens are given out as well, and answer at once. */
export async function requestOfToken(ctx: ReadContext, token: string): Promise<string | null> {
  const found = await ctx.database.read.externalRequest.findUnique({
    where: { id: token },
    select: { feedbackId: true },
  });
  return found?.feedbackId ?? null;
}
