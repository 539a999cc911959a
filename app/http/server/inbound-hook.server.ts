import type { ActionFunctionArgs } from '@remix-run/node';
import { errorStatus } from '../answers/error-status';
import { BodyRefused, postedText } from '../forms/bodies/posted-body.server';
import { refusalOf } from '../answers/refusals.server';
import { ensureListening, receiveStatus } from '~/domains/bridges/index.server';
import { DomainError } from '~/domains/domain-error';
import { reasonText } from '~/i18n/reason-text';

const answer = (value: object, status: number) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

/** A status with the longest report, in bytes. */
const largestMessage = 128 * 1024;

/**
 * Takes a signed message, byte for byte as it was signed. Whoever sent it is known by the signature alone; a
 * wrong one is answered with 401, and with 202 what was taken, whatever came of it: sending it again would not help.
 */
export async function respondToHook({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const ctx = { ...context.context, actor: { kind: 'system' as const } };
  const header = (name: string) => request.headers.get(name);
  try {
    await ensureListening(ctx, params.id ?? '');
    const taken = await receiveStatus(ctx, params.id ?? '', {
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
      body: await postedText(request, largestMessage),
    });
    return answer({ outcome: taken.outcome, work_order: taken.workOrderId }, 202);
  } catch (error) {
    if (error instanceof BodyRefused)
      return answer({ error: reasonText(ctx.locale, new DomainError('too-large')) }, 413);
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const status = refusal.code === 'forbidden' ? 401 : errorStatus[refusal.code];
    return answer({ error: reasonText(ctx.locale, refusal) }, status);
  }
}
