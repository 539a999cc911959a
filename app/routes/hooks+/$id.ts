import type { ActionFunctionArgs } from '@remix-run/node';
import { respondToHook } from '~/http/server/inbound-hook.server';

/** Signed status messages of other systems: Standard Webhooks. */
export const action = (args: ActionFunctionArgs) => respondToHook(args);
export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } });
