import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { exportOrders, orderTable } from '~/domains/bridges/index.server';
import { mayExchangeOrders } from '~/domains/bridges/policy';
import { ensure } from '~/domains/domain-error';
import { requireExchanger } from '~/http/actions/bridge-admin.server';
import { csvResponse } from '~/http/answers/files/csv-response';
import { asksXlsx, xlsxResponse } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';

/** The orders of one area as a table, written piece by piece. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, areaIds } = await requireExchanger(args);
  const areaId = new URL(args.request.url).searchParams.get('area') ?? areaIds[0] ?? '';
  await load(args, async () => ensure(mayExchangeOrders(ctx.actor, areaId)));
  const name = `work-orders-${areaId.replace(/\D/g, '')}`;
  if (asksXlsx(args.request)) return xlsxResponse(name, await load(args, () => orderTable(ctx, areaId)));
  return csvResponse(name, createReadableStreamFromReadable(Readable.from(exportOrders(ctx, areaId))), {
    'Cache-Control': 'no-store',
  });
}
