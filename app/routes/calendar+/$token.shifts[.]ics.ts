import type { LoaderFunctionArgs } from '@remix-run/node';
import { shiftCalendar } from '~/domains/volunteering/calendar/calendar-link.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** Asked for by calendar programs, which carry no session: the address itself is the key. */
export async function loader(args: LoaderFunctionArgs) {
  const calendar = await load(args, () => shiftCalendar(contextOf(args), args.params.token ?? ''));
  return new Response(calendar, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
