import type { LoaderFunctionArgs } from '@remix-run/node';
import { shiftCalendar } from '~/domains/volunteering/calendar/calendar-link.server';
import { contextOf } from '~/http/actor.server';
import { topicsHeader } from '~/http/cache-topics';
import { load } from '~/http/forms/forms.server';
import { personTopic } from '~/domains/person-topic';

/**
 * Asked for by calendar programs, which carry no session: the address itself is the key. They ask each quarter of an
 * hour for the same thousand shifts, so it is kept as pages are, until a shift or the person's own doing touches it.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { file, ownerId } = await load(args, () => shiftCalendar(contextOf(args), args.params.token ?? ''));
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      [topicsHeader]: ['volunteering', 'organisations', personTopic(ownerId)].join(','),
    },
  });
}
