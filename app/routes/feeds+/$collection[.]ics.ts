import type { LoaderFunctionArgs } from '@remix-run/node';
import { openMeetingsCalendar } from '~/domains/meetings/open-calendar.query.server';
import { contextOf } from '~/http/actor.server';
import { listAsked } from '~/http/answers/list-page.server';
import { collectionCalendar } from '~/http/answers/sharing/collection-calendar.server';
import { taggedAnswer } from '~/http/answers/tagged-answer';
import { load } from '~/http/forms/forms.server';
import { paths } from '~/paths';

/** What has its times in a collection, for calendar programs. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const url = new URL(args.request.url);
  // Meetings tell of each change by its number, and the soonest come first.
  const isOfMeetings = url.pathname === paths.feed('meetings', 'ics');
  const file = await load(args, () =>
    isOfMeetings
      ? openMeetingsCalendar(ctx, listAsked(args).areaId)
      : collectionCalendar(ctx, url, args.params.collection ?? ''),
  );
  return taggedAnswer(args.request, file, { 'Content-Type': 'text/calendar; charset=utf-8' });
}
