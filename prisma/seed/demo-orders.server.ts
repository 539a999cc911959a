import { communities, spotIn } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import { residents } from './demo-people';
import { submitFeedback } from '../../app/domains/feedback/submit-feedback.server';
import { publishArea } from '../../app/domains/territory/index.server';
import { registerWorkOrder } from '../../app/domains/workorders/registering/register-work-order.server';
import type { WorkOrderStep } from '../../app/domains/workorders/schema';
import { stepWorkOrder } from '../../app/domains/workorders/steps/work-on-order.server';

type Unversioned<Step> = Step extends unknown ? Omit<Step, 'version'> : never;
/** Who does what, an hour after the one before. */
type Told = [who: string, step: Unversioned<WorkOrderStep>];

interface DemoOrder {
  title: string;
  body: string;
  /** The scene that its author took a picture of; empty: none. */
  picture: string;
  category: string;
  community: number;
  /** Days ago of the registration. */
  days: number;
  /** Empty: with nobody yet. */
  departmentId: string;
  urgent?: boolean;
  steps: Told[];
}

const accepted: Told = ['staff', { act: 'accept' }];

const orders: DemoOrder[] = [
  {
    title: '占道早餐摊堵住公交站',
    body: '早高峰公交进不了站，乘客要到马路中间上车。\n\nIn English: A breakfast stall blocks the bus stop: people board in the middle of the road.',
    picture: 'bus-blocked',
    category: 'roads-traffic',
    community: 0,
    days: 2,
    departmentId: 'org-chengguan',
    steps: [['staff', { act: 'ask-return', reason: '公交站台由交通部门管理，申请转由交通部门牵头' }]],
  },
  {
    title: '文化宫后巷雨污管道破裂',
    body: '后巷污水外溢一周，臭味大，老人出门滑倒。\n\nIn English: A pipe in the back lane burst a week ago; it smells, and people slip.',
    picture: 'pipe',
    category: 'environment',
    community: 1,
    days: 1,
    departmentId: 'org-chengguan',
    urgent: true,
    steps: [
      accepted,
      [
        'staff',
        {
          act: 'add-helper',
          departmentId: 'org-zhujian',
          task: '提供管网图纸，现场指认破裂点',
          dueAt: undefined,
        },
      ],
      [
        'moderator',
        {
          act: 'whistle',
          departmentIds: ['org-zhujian', 'org-minzheng'],
          place: '文化宫后巷口',
          meetsAt: new Date(0),
          purpose: '现场认定管段产权和修复方案',
        },
      ],
      ['resident-04', { act: 'report-in', words: '已带图纸到现场' }],
    ],
  },
  {
    title: '杨林堤休闲广场翻修',
    body: '地砖碎裂，雨天积水，希望翻修。\n\nIn English: The slabs of the square are broken and it floods in the rain.',
    picture: 'plaza',
    category: 'facilities',
    community: 2,
    days: 9,
    departmentId: 'org-chengguan',
    steps: [
      accepted,
      ['staff', { act: 'ask-suspension', reason: '连续阴雨，混凝土无法施工', days: 5 }],
      ['moderator', { act: 'grant-suspension', words: '同意，天晴即恢复' }],
    ],
  },
  {
    title: '跨区河道漂浮物清理',
    body: '漂浮物从上游流下来，社区清了又来。\n\nIn English: Rubbish drifts down from upstream as often as we clear it.',
    picture: 'flotsam',
    category: 'environment',
    community: 0,
    days: 3,
    departmentId: '',
    steps: [
      [
        'moderator',
        {
          act: 'pass-up',
          reason: '源头在上游邻区，本级无法解决',
          tried: '已组织三次打捞，并与邻社区口头协商',
        },
      ],
    ],
  },
  {
    title: '要求重新审理邻里噪音案',
    body: '法院判了，我不服，请社区重新处理。\n\nIn English: A court has decided; I do not accept it and ask the community to take it up again.',
    picture: '',
    category: 'other',
    community: 1,
    days: 5,
    departmentId: '',
    steps: [
      [
        'moderator',
        { act: 'refuse', ground: 'in-court', words: '该纠纷已由法院判决，不服请在上诉期内依法上诉。' },
      ],
    ],
  },
];

async function tellOrder(world: DemoWorld, order: DemoOrder, index: number): Promise<void> {
  const author = residents[index * 6 + 2];
  const areaId = communities[order.community];
  if (!author || !areaId) return;
  const { title, body, category, departmentId } = order;
  world.moveTo(world.at(order.days + 1, 9));
  const spot = spotIn(order.community, 200 + index);
  const voice = {
    kind: 'complaint',
    title,
    body,
    category,
    areaId,
    place: '',
    isPublic: 'yes',
    ...spot,
  } as const;
  const ctx = await world.as(author.id);
  const subjectId = await submitFeedback(ctx, voice, await world.pictures.taken(ctx, order.picture));
  world.moveTo(world.at(order.days, 9));
  const id = await registerWorkOrder(await world.as('moderator'), {
    subjectKind: 'feedback',
    subjectId,
    title,
    description: body,
    category,
    departmentId,
    externalNumber: '',
    deadline: undefined,
    urgency: order.urgent ? 'urgent' : 'normal',
  });
  for (const [place, [who, step]] of order.steps.entries()) {
    world.moveTo(world.at(order.days, 10 + place));
    const ctx = await world.as(who);
    const { version } = await ctx.database.read.workOrder.findUniqueOrThrow({ where: { id } });
    const timed = step.act === 'whistle' ? { ...step, meetsAt: world.at(order.days, 16) } : step;
    await stepWorkOrder(ctx, id, { ...timed, version } as WorkOrderStep);
  }
}

/** Orders in the states that the line of the proposals does not show, and what a grid publishes. */
export async function tellOrders(world: DemoWorld): Promise<void> {
  for (const [index, order] of orders.entries()) await tellOrder(world, order, index);
  world.moveTo(world.at(20, 9));
  await publishArea(await world.as('moderator'), `${communities[0]}001`, {
    contact: '',
    workerName: '周敏（示例）',
    workerContact: '0716-0000001（示例）',
    supervisionPhone: '12345',
    matters: '巡查楼道堆物和飞线充电\n登记独居老人和困难家庭\n收集诉求并上报办不了的事',
    bounds: JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [112.2472, 30.3125],
          [112.2511, 30.3121],
          [112.2522, 30.3148],
          [112.2491, 30.3156],
          [112.2468, 30.3143],
          [112.2472, 30.3125],
        ],
      ],
    }),
  });
}
