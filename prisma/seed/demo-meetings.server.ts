import { communities, district } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import type { ToldProposal } from './demo-story.server';
import { addItem } from '../../app/domains/meetings/agenda.server';
import { answerSeat } from '../../app/domains/meetings/seats/answer-seat.server';
import { giveVerdict } from '../../app/domains/meetings/minutes/approve-minutes.server';
import { conveneMeeting } from '../../app/domains/meetings/convene-meeting.server';
import { recordDecision } from '../../app/domains/meetings/minutes/decide.server';
import { meetingPage } from '../../app/domains/meetings/meeting.query.server';
import {
  beginMeeting,
  layMinutes,
  recordAttendance,
  saveMinutes,
} from '../../app/domains/meetings/minutes/record-meeting.server';
import { decisionSchema, meetingSchema } from '../../app/domains/meetings/schema';

const guests = 'resident1@demo.gongzhi.example | 便河小区居民代表';

function meetingAt(world: DemoWorld, days: number, change: object) {
  return meetingSchema.parse({
    kind: 'joint',
    areaId: communities[0] ?? district,
    place: '便河社区党群服务中心二楼议事厅',
    startsAt: world.at(days, 15).toISOString(),
    endsAt: world.at(days, 16).toISOString(),
    isPublic: 'yes',
    organisationIds: ['org-bianhe', 'org-jiangtun', 'org-chaoshi'],
    people: guests,
    ...change,
  });
}

const people: [string, string?][] = [
  ['committee', 'org-bianhe'],
  ['coordinator', 'org-jiangtun'],
  ['merchant', 'org-chaoshi'],
];

/** A joint meeting that was held, with decisions and published minutes. */
async function tellHeldMeeting(world: DemoWorld, told: ToldProposal[]): Promise<void> {
  world.moveTo(world.at(12, 9));
  const id = await conveneMeeting(
    await world.as('committee', 'org-bianhe'),
    meetingAt(world, 8, {
      title: '便河小区停车和充电联席会议',
      purpose: '居委会、志愿组织、商户和居民代表一起商量：停车位怎么划，充电桩装在哪里。',
    }),
  );
  const committee = () => world.as('committee', 'org-bianhe');
  const matter = told.find((proposal) => ['implementing', 'adopted'].includes(proposal.ending));
  if (matter) await addItem(await committee(), id, `/proposals/${matter.id}`);
  await addItem(await committee(), id, '南门停车位划线方案');
  world.moveTo(world.at(8, 15));
  await beginMeeting(await committee(), id);
  const { meeting, seats } = await meetingPage(await committee(), id);
  await recordAttendance(await committee(), id, {
    version: meeting.version,
    present: seats.filter(({ organisation }) => organisation !== null).map((seat) => seat.id),
  });
  const decide = async (change: object) =>
    recordDecision(await committee(), id, decisionSchema.parse({ rule: 'majority', votesFor: 3, ...change }));
  await decide({
    motion: '南门先划两个残疾人车位，其余车位先到先停，居委会月底前划线。',
    responsible: 'organisation:org-bianhe',
  });
  await decide({ motion: '充电桩夜间收费优惠，由商户承担差价。', votesFor: 1, votesAgainst: 2 });
  const minutes =
    '## 讨论情况\n\n居民代表介绍了南门停车的难处；商户愿意提供临时场地。\n\n## 结果\n\n先划残疾人车位，充电优惠下次再议。';
  await saveMinutes(await committee(), id, { minutes });
  await layMinutes(await committee(), id);
  world.moveTo(world.at(7, 10));
  for (const [name, organisation] of people) {
    const person = await world.as(name, organisation);
    const [seatId] = (await meetingPage(person, id)).may.verdict;
    if (seatId !== undefined) await giveVerdict(person, id, { seatId, verdict: 'approved', words: '' });
  }
}

/** One that is to come, and one organisation that has answered. */
async function tellComingMeeting(world: DemoWorld): Promise<void> {
  world.moveTo(world.at(1, 9));
  const id = await conveneMeeting(
    await world.as('moderator'),
    meetingAt(world, -6, {
      kind: 'residents-council',
      title: '便河社区居民议事会',
      purpose: '通报上次议定事项，商量充电桩收费和楼道堆物清理。',
    }),
  );
  const coordinator = await world.as('coordinator', 'org-jiangtun');
  const own = (await meetingPage(coordinator, id)).seats.find((seat) => seat.own);
  if (own)
    await answerSeat(coordinator, id, { seatId: own.id, answer: 'yes', substitute: '', showsName: false });
}

export async function tellMeetings(world: DemoWorld, told: ToldProposal[]): Promise<void> {
  await tellHeldMeeting(world, told);
  await tellComingMeeting(world);
}
