import { district } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import { residents } from './demo-people';
import type { ToldProposal } from './demo-story.server';
import { castVote } from '../../app/domains/ballots/casting/cast-vote.server';
import { createBallot } from '../../app/domains/ballots/organising/create-ballot.server';
import { openAndCloseDueBallots } from '../../app/domains/ballots/index.server';
import { newBallotSchema } from '../../app/domains/ballots/organising/new-ballot-schema';
import type { Choice } from '../../app/domains/ballots/rules/kinds';
import type { Services } from '../../app/http/server/services.server';

interface DemoBallot {
  title: string;
  question: string;
  /** Days ago of opening and closing; negative: in days to come. */
  opened: number;
  closes: number;
  /** The form's fields that differ. */
  fields: Record<string, string | string[]>;
  choice: (options: string[], voter: number) => Choice;
  voters: number;
}

/** Tells one ballot by what its organiser typed and what people chose. */
async function tellBallot(services: Services, world: DemoWorld, ballot: DemoBallot): Promise<void> {
  // What opens in days to come was called yesterday.
  world.moveTo(world.at(Math.max(1, ballot.opened + 1), 9));
  const input = newBallotSchema.parse({
    title: ballot.title,
    question: ballot.question,
    areaId: district,
    standing: 'consultation',
    unit: 'person',
    secret: 'secret',
    minimumAge: '18',
    thresholdPercent: '50',
    percentageBase: 'votes-without-abstentions',
    opensAt: world.at(ballot.opened, 9).toISOString(),
    closesAt: world.at(ballot.closes, 18).toISOString(),
    ...ballot.fields,
  });
  const id = await createBallot(await world.as('moderator'), input);
  if (ballot.opened < 0) return;
  world.moveTo(world.at(ballot.opened, 9));
  await openAndCloseDueBallots(world.system());
  const options = await services.database.read.ballotOption.findMany({
    where: { ballotId: id },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  const ids = options.map((option) => option.id);
  // Every other one: in a ballot of households neighbours do not vote twice.
  const voters = residents.filter(
    ({ community, birthYear }, at) =>
      community !== null && birthYear <= 2005 && (at % 2 === 0 || ballot.fields.kind !== 'support'),
  );
  await Promise.all(
    voters
      .slice(0, ballot.voters)
      .map(async (person, at) => castVote(await world.as(person.id), id, { choice: ballot.choice(ids, at) })),
  );
  if (ballot.closes <= 0) return;
  world.moveTo(world.at(ballot.closes, 18));
  await openAndCloseDueBallots(world.system());
}

const answers = ['yes', 'yes', 'yes', 'no', 'abstain'] as const;

function supportBallot(
  title: string,
  proposals: ToldProposal[],
  when: { opened: number; closes: number; index: number },
): DemoBallot {
  return {
    title,
    question:
      '以下提案已达到附议人数并通过审核，现征集居民意向。**本次为意向征集，不替代居民会议的法定表决。**',
    opened: when.opened,
    closes: when.closes,
    fields: {
      kind: 'support',
      unit: when.index % 2 === 0 ? 'person' : 'household',
      quorumPercent: '20',
      proposalIds: proposals.map((proposal) => proposal.id),
    },
    choice: (options, voter) => ({
      kind: 'support',
      answers: Object.fromEntries(
        options.map((option, place) => [option, answers[(voter + place * 2 + when.index) % 5] ?? 'yes']),
      ),
    }),
    voters: 22,
  };
}

/** Who lives where wants what lies near; a few look further. */
const wishes = [[0, 1, 4], [0, 1], [0, 2], [0, 1, 2], [3, 4], [3], [0, 2, 5], [3, 5]];

const budgetBallot: DemoBallot = {
  title: '沙市区居民微项目预算（30 万元）',
  question:
    '今年拿出 **30 万元**，由居民自己决定办哪几件小事。按均等份额法计票：每位投票人都有同样一份预算，入选的项目由支持它的人共同承担。',
  opened: 40,
  closes: 26,
  fields: {
    kind: 'budget',
    budget: '300000',
    budgetRule: 'equal-shares-cost',
    completion: 'add1',
    tieRule: 'cheaper',
    options: [
      '便河社区南门广场翻新 | 180000',
      '文化宫前座椅和遮阳棚 | 90000',
      '杨林堤健身步道照明 | 60000',
      '老旧楼道扶手加装 | 75000',
      '社区图书角和老花镜驿站 | 24000',
      '沿江宠物粪便收集点 | 18000',
    ].join('\n'),
  },
  choice: (options, voter) => ({
    kind: 'budget',
    projects: (wishes[voter % wishes.length] ?? []).flatMap((at) => options[at] ?? []),
  }),
  voters: 40,
};

/** Of six projects: how each kind of household spreads its ten points. */
const spreads = [
  [5, 3, 2, 0, 0, 0],
  [0, 5, 0, 5, 0, 0],
  [4, 0, 0, 0, 4, 2],
  [0, 0, 5, 3, 0, 1],
  [2, 2, 2, 2, 1, 1],
];

const pointsBallot: DemoBallot = {
  title: '楼院小改造：每人 10 点怎么分（8 万元）',
  question:
    '今年 **8 万元**用于楼院小改造。每人有 10 点，自己决定分给哪些项目，一个项目最多 5 点。按均等份额法计票，得分合计不到 8 分的项目不入选。',
  opened: 20,
  closes: 8,
  fields: {
    kind: 'budget',
    budget: '80000',
    budgetPapers: 'points',
    pointsTotal: '10',
    pointsEach: '5',
    pointsRule: 'equal-shares-points',
    completion: 'add1',
    minimumVotes: '8',
    options: [
      '单元门前无障碍坡道 | 36000',
      '楼道声控灯更换 | 15000',
      '晾衣架和遮雨棚 | 22000',
      '电动车充电口扩容 | 30000',
      '楼顶防水修补 | 48000',
      '信报箱更新 | 9000',
    ].join('\n'),
  },
  choice: (options, voter) => {
    const given = (spreads[voter % spreads.length] ?? []).flatMap((points, at) =>
      points > 0 ? [{ project: options[at] ?? '', points: String(points) }] : [],
    );
    return {
      kind: 'budget',
      projects: given.map(({ project }) => project),
      points: given.map(({ points }) => points),
    };
  },
  voters: 24,
};

const rankingBallot: DemoBallot = {
  title: '口袋公园里先建什么？',
  question: '请按您的喜好给四个方案排序，可以并列。得到多数人偏好的方案先建。',
  opened: 3,
  closes: -12,
  fields: {
    kind: 'ranking',
    tieRule: 'draw',
    options: '儿童沙坑和滑梯\n带扶手的健步道\n乒乓球台\n种菜的共享花圃',
  },
  choice: ([slide = '', path = '', table = '', garden = ''], voter) => ({
    kind: 'ranking',
    ranks:
      [
        [[path], [slide], [garden]],
        [[slide], [path, table]],
        [[path], [table], [slide], [garden]],
        [[garden], [path]],
      ][voter % 4] ?? [],
  }),
  voters: 18,
};

export async function tellBallots(services: Services, world: DemoWorld, told: ToldProposal[]): Promise<void> {
  const ready = told.filter((proposal) => proposal.ending === 'ballot');
  const tell = (ballot: DemoBallot) => tellBallot(services, world, ballot);
  await tell(budgetBallot);
  await tell(
    supportBallot('沙市区第一批民生提案意向征集', ready.slice(0, 2), { opened: 30, closes: 16, index: 0 }),
  );
  await tell(
    supportBallot('沙市区第二批民生提案意向征集', ready.slice(2, 4), { opened: 25, closes: 12, index: 1 }),
  );
  await tell(pointsBallot);
  await tell(rankingBallot);
  await tell(
    supportBallot('沙市区第三批民生提案意向征集', ready.slice(4, 6), { opened: 4, closes: -10, index: 2 }),
  );
  await tell(
    supportBallot('沙市区第四批民生提案意向征集', ready.slice(6, 7), {
      opened: -5,
      closes: -20,
      index: 4,
    }),
  );
}
