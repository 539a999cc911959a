import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { respondToCall } from '~/http/open311/respond.server';

/** GeoReport v2 for other systems: what it answers is in app/http/open311. */
export const loader = (args: LoaderFunctionArgs) => respondToCall(args);
export const action = (args: ActionFunctionArgs) => respondToCall(args);
