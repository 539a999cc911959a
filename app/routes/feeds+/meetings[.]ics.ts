import type { LoaderFunctionArgs } from '@remix-run/node';
import { openMeetingsCalendar } from '~/domains/meetings/open-calendar.query.server';
import { contextOf } from '~/http/actor.server';
import { listAsked } from '~/http/answers/list-page.server';
import { load } from '~/http/forms/forms.server';

/** The open meetings of an area, or of all, for calendar programs. */
export async function loader(args: LoaderFunctionArgs) {
  const { areaId } = listAsked(args);
  const file = await load(args, () => openMeetingsCalendar(contextOf(args), areaId));
  return new Response(file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
}
