import type { LoaderFunctionArgs } from '@remix-run/node';
import { meetingCalendarFile } from '~/domains/meetings/meeting.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** The meeting for calendar programs: the file of later knows the one of before by UID and SEQUENCE. */
export async function loader(args: LoaderFunctionArgs) {
  const file = await load(args, () => meetingCalendarFile(contextOf(args), args.params.id ?? ''));
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="meeting-${args.params.id ?? ''}.ics"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
