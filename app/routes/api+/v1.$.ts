import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { refuseWriting, respondToReader } from '~/http/api/respond.server';

/** The open API: what it answers is in app/http/api, and each collection in its subject's manifest. */
export const loader = (args: LoaderFunctionArgs) => respondToReader(args);
export const action = (args: ActionFunctionArgs) => refuseWriting(args);
