import { communities, district, spotIn } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import { demoPassword } from './demo-registry.server';
import type { ToldProposal } from './demo-story.server';
import { residents } from './demo-people';
import { draftAgreement } from '../../app/domains/agreements/drafting/draft-agreement.server';
import { freezeAgreement } from '../../app/domains/agreements/signing/freeze-agreement.server';
import { acceptObligation, reportObligation } from '../../app/domains/agreements/living/obligations.server';
import { signAgreement, signingAct } from '../../app/domains/agreements/signing/sign-agreement.server';
import type { Context } from '../../app/domains/context';
import { makeCode } from '../../app/domains/identity/index.server';
import { inTransaction } from '../../app/domains/in-transaction.server';
import type { Services } from '../../app/http/server/services.server';
import { decideFeedback } from '../../app/domains/feedback/decide-feedback.server';
import { submitFeedback } from '../../app/domains/feedback/submit-feedback.server';
import { addShift, publishOpportunity } from '../../app/domains/volunteering/opportunity.server';
import { confirmAttendance } from '../../app/domains/volunteering/attendance/confirm-attendance.server';
import { signUp } from '../../app/domains/volunteering/places/sign-up.server';

const community = (index: number) => communities[index % 3] ?? district;

const tasks = [
  {
    title: '老人智能手机课堂助教',
    skills: ['teaching', 'computers'],
    body: '一对一教老人挂号、缴费、视频通话。耐心最重要，不用专业背景。',
    risks: '室内活动，请照顾老人起身和上下楼。',
    organisationId: 'org-jiangtun',
    leader: 'coordinator',
  },
  {
    title: '护江巡河清洁行动',
    skills: [],
    body: '沿江捡拾垃圾、劝导不文明行为，提供手套、夹子和饮水。',
    risks: '江边湿滑，请穿防滑鞋，不得下水；已购买意外险。',
    organisationId: 'org-jiangtun',
    leader: 'coordinator',
  },
  {
    title: '独居老人上门陪聊',
    skills: ['care'],
    body: '两人一组，每周上门一次，聊聊天、看看用电用气安全。',
    risks: '须两人同行，进门先亮证。',
    organisationId: 'org-yinling',
    leader: 'resident-07',
  },
  {
    title: '放学护校岗',
    skills: ['first-aid'],
    body: '放学时段在校门口引导车辆，护送孩子过马路。',
    risks: '道路旁服务，须穿反光背心，听从交警指挥。',
    organisationId: 'org-jiangtun',
    leader: 'coordinator',
  },
] as const;

export async function tellVolunteering(
  services: Services,
  world: DemoWorld,
  told: ToldProposal[],
): Promise<void> {
  const adopted = told.filter((proposal) => ['adopted', 'implementing'].includes(proposal.ending));
  for (const [index, task] of tasks.entries()) {
    world.moveTo(world.at(20, 10));
    const leader = await world.as(task.leader, task.organisationId);
    const id = await publishOpportunity(leader, {
      title: task.title,
      body: task.body,
      areaId: community(index),
      proposalId: adopted[index]?.id ?? '',
      place: '社区党群服务中心集合',
      risks: task.risks,
      ...{ requirements: '', minimumAge: 16, skills: [...task.skills] },
      contact: '活动当天联系：社区党群服务中心前台',
    });
    for (const days of [10, -3, -10]) {
      await addShift(leader, id, {
        startsAt: world.at(days, 9),
        endsAt: world.at(days, 11),
        capacity: 6,
        task: '',
      });
    }
    const shifts = await services.database.read.shift.findMany({
      where: { opportunityId: id },
      orderBy: { startsAt: 'asc' },
    });
    world.moveTo(world.at(15, 10));
    for (const [at, shift] of shifts.entries()) {
      const helpers = residents.slice(index * 7 + at, index * 7 + at + (at === 1 ? 8 : 4));
      for (const helper of helpers) await signUp(await world.as(helper.id), shift.id);
    }
    world.moveTo(world.at(9, 10));
    const past = await services.database.read.signUp.findMany({
      where: { shiftId: shifts[0]?.id ?? '', state: 'confirmed' },
    });
    for (const [at, row] of past.entries()) {
      await confirmAttendance(leader, {
        signUpId: row.id,
        attended: at === 3 ? 'no' : 'yes',
        hours: 2,
        reason: '',
      });
    }
  }
}

/** Dates and money are told as rows: who, what, until when, for how much and who pays. */
function obligationRows(world: DemoWorld): Record<string, string> {
  const day = (days: number) => world.at(-days, 12).toISOString().slice(0, 10);
  return {
    ...{ 'party.1': 'org-bianhe', 'what.1': '提供活动场地和水电', 'due.1': day(28) },
    ...{
      'party.2': 'org-jiangtun',
      'what.2': '每周组织不少于六名志愿者，提交第一季度服务记录',
      'due.2': day(80),
    },
    ...{ 'amount.2': '3000', 'payer.2': 'org-bianhe' },
    ...{ 'party.3': 'org-chaoshi', 'what.3': '每月提供价值一千元物资', 'due.3': day(30) },
  };
}

async function signInDemo(
  ctx: Context,
  { id, contentHash }: { id: string; contentHash: string },
  name: string,
) {
  const { code } = await inTransaction(ctx, (ctx) => makeCode(ctx, signingAct(id, contentHash)));
  const proof = { kind: 'password-and-code' as const, password: demoPassword, code };
  await signAgreement(ctx, id, { contentHash, name, device: 'demo', proof });
}

/** One promise is kept and accepted, one is reported. */
async function tellKept(world: DemoWorld, agreementId: string): Promise<void> {
  const committee = await world.as('committee', 'org-bianhe');
  const [place, helpers] = await committee.database.read.obligation.findMany({
    where: { agreementId },
    orderBy: { position: 'asc' },
  });
  if (place)
    await reportObligation(committee, place.id, { report: '二楼活动室已腾出，水电已接通，周一至周五开放。' });
  const coordinator = await world.as('coordinator', 'org-jiangtun');
  if (place) await acceptObligation(coordinator, place.id);
  if (helpers)
    await reportObligation(coordinator, helpers.id, { report: '已组织四次，每次七人，签到表附后。' });
}

export async function tellAgreements(world: DemoWorld, told: ToldProposal[]): Promise<void> {
  const matters = told.filter((proposal) => ['adopted', 'implementing', 'done'].includes(proposal.ending));
  const body = `## 合作内容\n\n甲方提供场地和水电，乙方组织志愿者，丙方提供物资支持。\n\n## 期限\n\n自各方签字之日起一年。\n\n## 费用\n\n三方均不收取居民费用，物资使用每季度公示。`;
  for (const [index, days] of [12, 6, 3].entries()) {
    world.moveTo(world.at(days, 10));
    const committee = await world.as('committee', 'org-bianhe');
    const id = await draftAgreement(committee, {
      title:
        ['便河社区爱心早餐与老年食堂合作协议', '护江清洁行动三方共建协议', '社区智能手机课堂共建协议'][
          index
        ] ?? '共建协议',
      body,
      areaId: community(0),
      proposalId: matters[index]?.id ?? '',
      partyIds: ['org-bianhe', 'org-jiangtun', 'org-chaoshi'],
      ...{ template: 'joint-service', signingOrder: 'parallel', signDays: 30, endsOn: '' },
      rows: obligationRows(world),
    });
    if (index === 2) continue;
    await freezeAgreement(committee, id);
    const { contentHash } = await committee.database.read.agreement.findUniqueOrThrow({ where: { id } });
    const agreement = { id, contentHash: contentHash ?? '' };
    await signInDemo(committee, agreement, '陈桂兰');
    if (index === 1) continue;
    world.moveTo(world.at(days - 1, 10));
    await signInDemo(await world.as('coordinator', 'org-jiangtun'), agreement, '刘江');
    await signInDemo(await world.as('merchant', 'org-chaoshi'), agreement, '赵楚生');
    await tellKept(world, id);
  }
}

const voices = [
  {
    kind: 'complaint',
    title: '单元门禁坏了一周没人修',
    body: '三栋二单元门禁坏了，陌生人随便进出，请尽快维修。\n\nIn English: The door of our stairwell has not locked for a week: strangers walk in. Please repair it.',
    picture: 'intercom',
    category: 'safety',
    isPublic: 'yes',
  },
  {
    kind: 'consultation',
    title: '高龄津贴怎么申请',
    body: '父亲今年满八十岁，想咨询高龄津贴在哪里办、要带什么材料。\n\nIn English: My father turns eighty this year. Where do we apply for the allowance, and what do we bring?',
    picture: '',
    category: 'elderly-care',
    isPublic: 'yes',
  },
  {
    kind: 'help',
    title: '独居老人需要上门理发',
    body: '楼上张奶奶行动不便，希望能联系志愿者上门理发。\n\nIn English: A neighbour who lives alone can hardly walk and needs a hairdresser at home.',
    picture: '',
    category: 'elderly-care',
    isPublic: 'no',
  },
  {
    kind: 'suggestion',
    title: '建议垃圾清运改到早上六点前',
    body: '现在七点半清运，正赶上上学上班高峰，味道也大。\n\nIn English: Please collect the rubbish before six: half past seven is when children go to school.',
    picture: 'garbage-truck',
    category: 'environment',
    isPublic: 'yes',
  },
  {
    kind: 'complaint',
    title: '楼下棋牌室深夜噪音',
    body: '晚上十一点以后还在打牌喧哗，影响老人孩子休息。\n\nIn English: The card room downstairs is loud after eleven at night.',
    picture: '',
    category: 'environment',
    isPublic: 'no',
  },
  {
    kind: 'help',
    title: '井盖松动车过作响',
    body: '便河路128号门前井盖松动，夜里车一过就响，也不安全。\n\nIn English: A manhole cover before 128 Bianhe Road is loose and rattles all night.',
    picture: 'manhole',
    category: 'roads-traffic',
    isPublic: 'yes',
  },
] as const;

export async function tellFeedback(world: DemoWorld): Promise<void> {
  for (const [index, voice] of voices.entries()) {
    world.moveTo(world.at(6 - index, 10));
    const author = residents[index * 4 + 1];
    if (!author) continue;
    const { picture, ...said } = voice;
    const ctx = await world.as(author.id);
    const id = await submitFeedback(
      ctx,
      { ...said, areaId: community(index), place: '', ...spotIn(index, 100 + index) },
      await world.pictures.taken(ctx, picture),
    );
    if (voice.kind !== 'consultation') continue;
    world.moveTo(world.at(5 - index, 15));
    const words = '您好，年满八十周岁可携带身份证和银行卡到社区服务中心申请，次月起发放。';
    await decideFeedback(await world.as('moderator'), id, { act: 'answer', words });
  }
}
