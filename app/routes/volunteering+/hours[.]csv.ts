import type { LoaderFunctionArgs } from '@remix-run/node';
import { hoursTable } from '~/domains/volunteering/desk/hours-table.query.server';
import { requirePerson } from '~/http/actor.server';
import { tableResponse } from '~/http/answers/table-response.server';
import { textIn } from '~/i18n/catalogue';
import { certificates } from '~/i18n/certificates';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { wallClockText } from '~/lib/time/local-time';

/** Sign-ups and hours of the organisations for which the person acts, for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const rows = await hoursTable(ctx);
  const t = textIn(ctx.locale, volunteering);
  const d = textIn(ctx.locale, volunteerDesk);
  const c = textIn(ctx.locale, certificates);
  const time = (instant: Date | null) =>
    instant ? wallClockText(instant, ctx.configuration.timeZone).replace('T', ' ') : '';
  const columns = [
    ...[c('activity'), t('shift.startsAt'), t('shift.endsAt'), t('place'), c('content'), d('name')],
    ...[d('seats'), d('state'), d('in'), d('out'), c('item-hours')],
  ];
  const lines = rows.map((row) => [
    ...[row.activity, time(row.startsAt), time(row.endsAt), row.place, row.task, row.name],
    ...[String(row.seats), row.state, time(row.checkedInAt), time(row.checkedOutAt)],
    row.hours === null ? '' : String(row.hours),
  ]);
  return tableResponse(args.request, 'volunteer-hours', [columns, ...lines]);
}
