import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownRecord } from '~/domains/volunteering/certificates/own-record.query.server';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { requirePerson } from '~/http/actor.server';
import { csvResponse } from '~/http/csv-response';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';
import { wallClockText } from '~/lib/local-time';

/** The fields of order 67, 7, as the ministry names them: in Chinese for all. */
const columns = ['活动名称', '日期', '地点', '服务内容', '服务时间（小时）', '活动组织单位', '活动负责人'];

/** One's own record of service, for whichever system it is handed to. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const rows = (await ownRecord(ctx)).map((row) => [
    ...[
      row.activity,
      wallClockText(row.startsAt, ctx.configuration.timeZone).slice(0, 10),
      row.place,
      row.task,
    ],
    ...[String(hoursOf(row.minutes)), row.organisation, row.contact],
  ]);
  return csvResponse('volunteer-record', byteOrderMark + csvLines([columns, ...rows]));
}
