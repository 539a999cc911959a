import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { hoursTable } from '~/domains/volunteering/desk/hours-table.query.server';
import type { HoursRow } from '~/domains/volunteering/desk/hours-table.query.server';
import { requirePerson } from '~/http/actor.server';
import type { PersonContext } from '~/http/actor.server';
import { csvResponse } from '~/http/answers/files/csv-response';
import { asksXlsx, xlsxResponse } from '~/http/answers/files/table-response.server';
import { textIn } from '~/i18n/catalogue';
import { certificates } from '~/i18n/certificates';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';
import { wallClockText } from '~/lib/time/local-time';

/** Sign-ups and hours of the organisations for which the person acts, all of them, written piece by piece. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const name = 'volunteer-hours';
  if (!asksXlsx(args.request))
    return csvResponse(name, createReadableStreamFromReadable(Readable.from(csvOf(ctx))), {
      'Cache-Control': 'no-store',
    });
  const lines: string[][] = [columnsIn(ctx)];
  for await (const rows of hoursTable(ctx)) lines.push(...rows.map((row) => lineOf(ctx, row)));
  return xlsxResponse(name, lines);
}

async function* csvOf(ctx: PersonContext): AsyncGenerator<string> {
  yield byteOrderMark + csvLines([columnsIn(ctx)]);
  for await (const rows of hoursTable(ctx))
    if (rows.length > 0) yield csvLines(rows.map((row) => lineOf(ctx, row)));
}

function columnsIn({ locale }: PersonContext): string[] {
  const t = textIn(locale, volunteering);
  const d = textIn(locale, volunteerDesk);
  const c = textIn(locale, certificates);
  return [
    ...[c('activity'), t('shift.startsAt'), t('shift.endsAt'), t('place'), c('content'), d('name')],
    ...[d('seats'), d('state'), d('in'), d('out'), c('item-hours')],
  ];
}

function lineOf(ctx: PersonContext, row: HoursRow): string[] {
  const time = (instant: Date | null) =>
    instant ? wallClockText(instant, ctx.configuration.timeZone).replace('T', ' ') : '';
  return [
    ...[row.activity, time(row.startsAt), time(row.endsAt), row.place, row.task, row.name],
    ...[String(row.seats), row.state, time(row.checkedInAt), time(row.checkedOutAt)],
    row.hours === null ? '' : String(row.hours),
  ];
}
