import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '~/http/actor.server';
import { collectionCalendar } from '~/http/answers/sharing/collection-calendar.server';
import { taggedAnswer } from '~/http/answers/tagged-answer';
import { load } from '~/http/forms/forms.server';

/** What has its times in a collection, for calendar programs. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const url = new URL(args.request.url);
  const file = await load(args, () => collectionCalendar(ctx, url, args.params.collection ?? ''));
  return taggedAnswer(args.request, file, { 'Content-Type': 'text/calendar; charset=utf-8' });
}
