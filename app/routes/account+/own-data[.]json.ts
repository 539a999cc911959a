import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportPerson } from '~/domains/own-data.server';
import { requirePerson } from '~/http/actor.server';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const everything = await exportPerson(ctx, ctx.actor.personId);
  return new Response(JSON.stringify(everything, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="gongzhi-own-data.json"',
      'Cache-Control': 'no-store',
    },
  });
}
