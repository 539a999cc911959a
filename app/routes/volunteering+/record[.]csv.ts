import type { LoaderFunctionArgs } from '@remix-run/node';
import { awardsOf } from '~/domains/volunteering/awards/awards.query.server';
import { ownRecord } from '~/domains/volunteering/certificates/own-record.query.server';
import { statedFacts } from '~/domains/volunteering/certificates/stated-facts.query.server';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { requirePerson } from '~/http/actor.server';
import type { PersonContext } from '~/http/actor.server';
import { tableResponse } from '~/http/answers/files/table-response.server';
import { wallClockText } from '~/lib/time/local-time';

/** The fields of order 67, 5 and 7 to 10, as the ministry names them: in Chinese for all. */
const columns = {
  service: ['活动名称', '日期', '地点', '服务内容', '服务时间（小时）', '活动组织单位', '活动负责人'],
  training: ['培训名称', '主要内容', '学习时长（小时）', '举办单位', '日期'],
  honour: ['表彰奖励名称', '日期', '授予单位'],
  evaluation: ['活动名称', '服务质量评价', '星级', '评价日期', '评价单位'],
  person: ['专业技能', '服务类别', '居住区域'],
};
type Part = keyof typeof columns;
const isPart = (asked: string | null): asked is Part => asked !== null && Object.hasOwn(columns, asked);

async function rowsOf(ctx: PersonContext, part: Part): Promise<string[][]> {
  if (part === 'service')
    return (await ownRecord(ctx)).map((row) => [
      ...[row.activity, wallClockText(row.startsAt, ctx.configuration.timeZone).slice(0, 10)],
      ...[row.place, row.task, String(hoursOf(row.minutes)), row.organisation, row.contact],
    ]);
  if (part === 'evaluation')
    return (await ownRecord(ctx)).flatMap(({ activity, organisation, evaluation }) =>
      evaluation
        ? [
            [
              ...[activity, evaluation.words, evaluation.stars === null ? '' : String(evaluation.stars)],
              ...[wallClockText(evaluation.at, ctx.configuration.timeZone).slice(0, 10), organisation],
            ],
          ]
        : [],
    );
  if (part === 'person') {
    const { skills, services, area } = await statedFacts(ctx, 'zh-CN');
    return skills + services + area === '' ? [] : [[skills, services, area]];
  }
  const { trainings, honours } = await awardsOf(ctx, { personId: ctx.actor.personId });
  return part === 'training'
    ? trainings.map((row) => [
        ...[row.name, row.content, String(hoursOf(row.minutes))],
        ...[row.organisation, row.day],
      ])
    : honours.map((row) => [row.name, row.day, row.organisation]);
}

/** One's own record of service, training, honours or how one was found, and what one says of oneself, for whichever system it is handed to. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = new URL(args.request.url).searchParams.get('of');
  const part = isPart(asked) ? asked : 'service';
  return tableResponse(args.request, `volunteer-record-${part}`, [
    columns[part],
    ...(await rowsOf(ctx, part)),
  ]);
}
