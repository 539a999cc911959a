import type { ActionFunctionArgs } from '@remix-run/node';
import { errorStatus } from './error-status';
import { refusalOf } from './refusals.server';
import { receiveStatus } from '~/domains/bridges/index.server';
import { reasonText } from '~/i18n/reason-text';

const answer = (value: object, status: number) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

/**
 * Takes a signed message, byte for byte as it was signed. Whoever sent it is known by the signature alone; a
 * wrong one is answered with 401, and with 202 what was taken, whatever came of it: sending it again would not help.
 */
export async function respondToHook({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const ctx = { ...context.context, actor: { kind: 'system' as const } };
  const header = (name: string) => request.headers.get(name);
  try {
    const taken = await receiveStatus(ctx, params.id ?? '', {
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
      body: await request.text(),
    });
    return answer({ outcome: taken.outcome, work_order: taken.workOrderId }, 202);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const status = refusal.code === 'forbidden' ? 401 : errorStatus[refusal.code];
    return answer({ error: reasonText(ctx.locale, refusal) }, status);
  }
}
