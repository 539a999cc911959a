import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { exportOrders } from '~/domains/bridges/index.server';
import { mayExchangeOrders } from '~/domains/bridges/policy';
import { ensure } from '~/domains/domain-error';
import { requireExchanger } from '~/http/bridge-admin.server';
import { csvResponse } from '~/http/csv-response';
import { load } from '~/http/forms.server';

/** The orders of one area as a table, written piece by piece. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, areaIds } = await requireExchanger(args);
  const areaId = new URL(args.request.url).searchParams.get('area') ?? areaIds[0] ?? '';
  await load(args, async () => ensure(mayExchangeOrders(ctx.actor, areaId)));
  return csvResponse(
    `work-orders-${areaId.replace(/\D/g, '')}`,
    createReadableStreamFromReadable(Readable.from(exportOrders(ctx, areaId))),
    { 'Cache-Control': 'no-store' },
  );
}
