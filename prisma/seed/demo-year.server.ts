import { communities, spotIn } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import { residents } from './demo-people';
import type { Context } from '../../app/domains/context';
import { submitFeedback } from '../../app/domains/feedback/submit-feedback.server';
import { excludeOrder } from '../../app/domains/statistics/exclude-order.server';
import { setTarget } from '../../app/domains/targets/set-target.server';
import { answerCallBack } from '../../app/domains/workorders/steps/call-back.server';
import { escalateOverdue } from '../../app/domains/workorders/index.server';
import { registerWorkOrder } from '../../app/domains/workorders/registering/register-work-order.server';
import { stepWorkOrder } from '../../app/domains/workorders/steps/work-on-order.server';

interface Matter {
  title: string;
  body: string;
  picture: string;
  category: string;
  department: 0 | 1;
}

/** Where it was: so that no two of a year are the same. */
const streets = [
  ['便河西路', '中山后街', '便河小区北门', '菜场东巷', '便河路南段'],
  ['文化宫路', '文化宫后巷', '影剧院门口', '梧桐里', '老邮局旁'],
  ['杨林堤路', '码头巷', '堤顶路东段', '杨林小学门口', '江滩停车场'],
] as const;

const matters: Matter[] = [
  {
    title: '路灯不亮',
    body: '这一段路灯坏了好几天，晚上看不清路，请尽快维修。\n\nIn English: The lamps here have been out for days and one cannot see the road at night.',
    picture: 'lamp',
    category: 'facilities',
    department: 0,
  },
  {
    title: '占道堆放建筑垃圾',
    body: '人行道上堆着装修垃圾，老人只能走到车道上。\n\nIn English: Builders’ rubble lies on the pavement; older people walk on the road.',
    picture: 'rubble',
    category: 'environment',
    department: 0,
  },
  {
    title: '下水道堵塞返味',
    body: '一下雨就往外冒水，味道很大，请派人疏通。\n\nIn English: The drain comes up with every rain, and smells.',
    picture: 'drain',
    category: 'housing',
    department: 1,
  },
  {
    title: '路面坑洼积水',
    body: '路口有两个大坑，电动车经过很危险。\n\nIn English: Two deep holes in the road: dangerous on an e-bike.',
    picture: 'pothole',
    category: 'roads-traffic',
    department: 1,
  },
  {
    title: '早点摊油烟扰民',
    body: '每天早上五点油烟直往楼上飘，窗户不敢开。\n\nIn English: Smoke of a breakfast stall comes into our windows from five in the morning.',
    picture: 'breakfast-stall',
    category: 'environment',
    department: 0,
  },
];
const staffOf = [
  { departmentId: 'org-chengguan', person: 'staff' },
  { departmentId: 'org-zhujian', person: 'resident-04' },
] as const;

/** How one matter went: whether it came late, and what its author said at the call-back; null: nothing. */
interface Course {
  late: boolean;
  finished: boolean;
  said: { solved: boolean; rating: number } | null;
}

function courseOf(month: number, index: number): Course {
  const chance = (month * 7 + index * 11) % 20;
  // Things have become better over the year: the early months have more of what went wrong.
  const bad = chance < 3 + Math.floor(month / 3);
  return {
    late: bad && index % 2 === 0,
    finished: !(month === 0 && index > 2),
    said: chance === 19 ? null : { solved: !bad, rating: bad ? 2 : 3 + (chance % 3) },
  };
}

const saidOf = ({ body, category }: Matter, title: string) =>
  ({ kind: 'complaint', title, body, category, place: '', isPublic: 'yes' }) as const;

function whereOf(month: number, index: number) {
  const community = (month + index) % communities.length;
  const street = streets[community]?.[(Math.floor(month / 3) + index * 2) % 5] ?? '';
  return { street, areaId: communities[community] ?? '', ...spotIn(community, 300 + month * 17 + index) };
}

/** Somebody asks, with a picture of it. */
async function ask(
  world: DemoWorld,
  personId: string,
  { said, picture }: { said: Parameters<typeof submitFeedback>[1]; picture: string },
): Promise<string> {
  const ctx = await world.as(personId);
  return submitFeedback(ctx, said, await world.pictures.taken(ctx, picture));
}

/** What is not solved has no picture of how well it is. */
async function finish(
  world: DemoWorld,
  { id, staff, picture, solved }: { id: string; staff: Context; picture: string; solved: boolean },
): Promise<void> {
  const report = '已到现场处理完毕，照片存档，请回访时告诉我们是否满意。';
  const pictures = await world.pictures.reported(staff, solved ? picture : undefined);
  await stepWorkOrder(staff, id, { act: 'finish', version: 3, report, pictures });
}

async function tellOrder(world: DemoWorld, at: { daysAgo: number; month: number; index: number }) {
  const { daysAgo, month, index } = at;
  const matter = matters[index % matters.length];
  const author = residents[(month * 5 + index * 13) % residents.length];
  const { street, ...where } = whereOf(month, index);
  if (!matter || !author || !where.areaId) throw new Error('The demo lacks a matter');
  const { category, picture } = matter;
  const title = street + matter.title;
  world.moveTo(world.at(daysAgo, 9));
  const subjectId = await ask(world, author.id, { picture, said: { ...saidOf(matter, title), ...where } });
  const { departmentId, person } = staffOf[matter.department];
  world.moveTo(world.at(daysAgo, 11));
  const id = await registerWorkOrder(await world.as('moderator'), {
    ...{ subjectKind: 'feedback', subjectId, title, category, departmentId, urgency: 'normal' },
    description: '请现场核实，限期办理并反馈。',
    externalNumber: '',
    deadline: world.at(daysAgo - 5, 18),
  });
  const course = courseOf(month, index);
  world.moveTo(world.at(daysAgo - 1, 9));
  const staff = await world.as(person);
  await stepWorkOrder(staff, id, { act: 'accept', version: 2 });
  if (!course.finished) return id;
  world.moveTo(world.at(daysAgo - (course.late ? 7 : 3), 15));
  if (course.late) await escalateOverdue(world.system());
  await finish(world, { id, staff, picture, solved: course.said?.solved !== false });
  if (!course.said) return id;
  const asked = daysAgo - (course.late ? 8 : 4);
  world.moveTo(world.at(asked, 19));
  const asker = await world.as(author.id);
  await answerCallBack(asker, id, {
    ...course.said,
    contacted: course.said.solved || index % 3 > 0,
    words: '',
  });
  if (!course.said.solved && asked > 7) await tellSecondRound(world, { id, staff, asker, asked });
  return id;
}

/** What was not solved is worked on once more, and then it is. */
async function tellSecondRound(
  world: DemoWorld,
  given: { id: string; staff: Context; asker: Context; asked: number },
): Promise<void> {
  const { id, staff, asker, asked } = given;
  const version = async () =>
    (await staff.database.read.workOrder.findUniqueOrThrow({ where: { id }, select: { version: true } }))
      .version;
  world.moveTo(world.at(asked - 1, 9));
  await stepWorkOrder(staff, id, { act: 'accept', version: await version() });
  world.moveTo(world.at(asked - 3, 15));
  const report = '已重新处理，并请反映人到现场一起看过。';
  await stepWorkOrder(staff, id, { act: 'finish', version: await version(), report });
  world.moveTo(world.at(asked - 4, 19));
  await answerCallBack(asker, id, { solved: true, contacted: true, rating: 3 + (asked % 2), words: '' });
}

/** A year of small matters, so that the statistics have months to compare; one of them is excluded by decision. */
export async function tellYearOfOrders(world: DemoWorld): Promise<number> {
  const ids: string[] = [];
  for (let month = 11; month >= 0; month -= 1) {
    for (let index = 0; index < 5; index += 1)
      ids.push(await tellOrder(world, { daysAgo: 10 + month * 30 + index * 3, month, index }));
  }
  world.moveTo(world.at(4));
  const administrator = await world.as('administrator');
  const order = await administrator.database.read.workOrder.findUniqueOrThrow({
    where: { id: ids[20] ?? '' },
    select: { number: true },
  });
  await excludeOrder(administrator, {
    number: order.number,
    reason: '与另一张工单反映的是同一件事，重复登记。',
  });
  return ids.length;
}

/** This year's targets of the district and of two departments. */
export async function tellTargets(world: DemoWorld): Promise<void> {
  world.moveTo(world.at(300));
  const administrator = await world.as('administrator');
  const year = world.today.getFullYear();
  const source = `沙市区 ${year} 年接诉即办目标责任书（示例）`;
  const reason = '年初签订责任书时确定。';
  const list = [
    { departmentId: '', measure: 'resolution', value: '80', office: '区政务热线办公室' },
    { departmentId: '', measure: 'overdue', value: '10', office: '区政务热线办公室' },
    { departmentId: 'org-chengguan', measure: 'satisfaction', value: '90', office: '区城管局局长办公室' },
    { departmentId: 'org-zhujian', measure: 'response', value: '98', office: '区住建局局长办公室' },
    { departmentId: 'org-zhujian', measure: 'done', value: '40', office: '区住建局市政股' },
  ] as const;
  for (const target of list)
    await setTarget(administrator, { year, areaId: '421002', source, reason, ...target });
}
