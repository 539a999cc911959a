import { errorStatus } from '../error-status';
import { refusalOf } from '../refusals.server';
import type { Context } from '~/domains/context';
import { reasonText } from '~/i18n/reason-text';

const unkept = { 'Cache-Control': 'no-store' };

/** Answers a script that sends a picture: what was done, or why not, in words for the field. */
export async function answerUpload(ctx: Context, act: () => Promise<object | void>): Promise<Response> {
  try {
    return Response.json((await act()) ?? {}, { headers: unkept });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const reason = reasonText(ctx.locale, refusal);
    return Response.json({ reason }, { status: errorStatus[refusal.code], headers: unkept });
  }
}
