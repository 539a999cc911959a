import { communities, spotIn } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import { proposalTexts } from './demo-proposals';
import { residents } from './demo-people';
import { answerCallBack } from '../../app/domains/workorders/steps/call-back.server';
import { registerWorkOrder } from '../../app/domains/workorders/registering/register-work-order.server';
import { stepWorkOrder } from '../../app/domains/workorders/steps/work-on-order.server';
import { postComment } from '../../app/domains/deliberation/index.server';
import { answerProposal } from '../../app/domains/proposals/answer-proposal.server';
import { endorseProposal } from '../../app/domains/proposals/endorsing/endorse-proposal.server';
import {
  createDraft,
  publishProposal,
  withdrawProposal,
} from '../../app/domains/proposals/save-proposal.server';

const endings = [
  'gathering',
  'gathering',
  'review',
  'ballot',
  'adopted',
  'declined',
  'implementing',
  'done',
  'evaluated',
  'expired',
] as const;
export type Ending = (typeof endings)[number] | 'draft' | 'withdrawn';

const remarks = [
  '支持！我们楼的老人都盼着。',
  '费用怎么出？建议先算一笔账。',
  '我家就在旁边，愿意帮忙。',
  '去年也提过，希望这次能落实。',
  '同意，但请注意施工时间，别影响休息。',
];

const step = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('An empty list');
  return item;
};

export interface ToldProposal {
  id: string;
  ending: Ending;
  community: number;
  title: string;
}

export function endingOf(index: number): Ending {
  if (index % 20 === 19) return 'draft';
  if (index % 27 === 26) return 'withdrawn';
  return step(endings, index);
}

/** How long ago a proposal was published: what has ended began earlier. */
function daysAgo(index: number, ending: Ending): number {
  if (ending === 'expired') return 75;
  if (ending === 'gathering' || ending === 'draft') return 2 + ((index * 7) % 40);
  return 50 + ((index * 3) % 40);
}

/** Tells the life of one proposal up to its ending, by the same use cases as on the site. */
export async function tellProposal(world: DemoWorld, index: number): Promise<ToldProposal> {
  const text = step(proposalTexts(), index);
  const ending = endingOf(index);
  const neighbours = residents.filter((person) => person.community === text.community);
  const author = step(neighbours, index);
  const areaId = step(communities, text.community);
  const start = daysAgo(index, ending);
  world.moveTo(world.at(start, 9));
  const ctx = await world.as(author.id);
  const id = await createDraft(
    ctx,
    {
      title: text.title,
      body: text.body,
      category: text.category,
      areaId,
      place: '',
      ...spotIn(text.community, index),
    },
    await world.pictures.taken(ctx, text.picture),
  );
  const told = { id, ending, community: text.community, title: text.title };
  if (ending === 'draft') return told;
  await publishProposal(ctx, id);
  if (ending === 'withdrawn') {
    await withdrawProposal(ctx, id, '和已有的提案重复了');
    return told;
  }
  await talk(world, { id, areaId, title: text.title, index, start });
  const supporters = residents.filter((person) => person.id !== author.id);
  const wanted =
    ending === 'gathering'
      ? 3 + ((index * 5) % 15)
      : ending === 'expired'
        ? 8
        : ctx.configuration.endorsementThreshold;
  world.moveTo(world.at(start - 1, 20));
  await Promise.all(
    supporters
      .slice(index % 30)
      .concat(supporters)
      .slice(0, wanted)
      .map(async (person) => endorseProposal(await world.as(person.id), id)),
  );
  await follow(world, { ...told, areaId, authorId: author.id, start, index });
  return told;
}

async function talk(
  world: DemoWorld,
  about: { id: string; areaId: string; title: string; index: number; start: number },
): Promise<void> {
  const { id, areaId, title, index, start } = about;
  const subject = { subjectKind: 'proposal', subjectId: id, areaId, title };
  let parentId = '';
  for (let count = 0; count < index % 4; count += 1) {
    world.moveTo(world.at(start - 0.5, 12 + count));
    const speaker = step(residents, index * 3 + count * 5);
    const body = step(remarks, index + count);
    parentId = await postComment(await world.as(speaker.id), {
      ...subject,
      body,
      parentId: count === 1 ? parentId : '',
    });
  }
}

interface Follow extends ToldProposal {
  areaId: string;
  authorId: string;
  start: number;
  index: number;
}

/** What became of it after the threshold was reached. */
async function follow(world: DemoWorld, told: Follow): Promise<void> {
  const { id, ending, start } = told;
  if (!['adopted', 'declined', 'implementing', 'done', 'evaluated'].includes(ending)) return;
  world.moveTo(world.at(start - 8, 15));
  const moderator = await world.as('moderator');
  if (ending === 'declined') {
    return answerProposal(moderator, id, {
      decision: 'decline',
      answer: '经现场踏勘，该处已列入明年市政改造计划，单独实施会重复建设，暂不采纳。',
    });
  }
  await answerProposal(moderator, id, {
    decision: 'adopt',
    answer: '经居民议事会讨论并征求主管部门意见，予以采纳。',
  });
  if (ending === 'adopted') return;
  await workOn(world, told);
}

async function workOn(world: DemoWorld, told: Follow): Promise<void> {
  const { id, ending, start, index } = told;
  world.moveTo(world.at(start - 10, 9));
  const orderId = await registerWorkOrder(await world.as('moderator'), {
    subjectKind: 'proposal',
    subjectId: id,
    title: told.title.slice(0, 80),
    description: '居民提案已采纳，请现场核实后组织实施，并按期反馈。',
    category: step(proposalTexts(), index).category,
    departmentId: index % 2 === 0 ? 'org-chengguan' : 'org-zhujian',
    externalNumber: index % 3 === 0 ? `JZ12345-${world.today.getFullYear()}-${String(1000 + index)}` : '',
    deadline: world.at(start - 40, 18),
    urgency: 'normal',
  });
  const staff = await world.as(index % 2 === 0 ? 'staff' : 'resident-04');
  world.moveTo(world.at(start - 11, 9));
  await stepWorkOrder(staff, orderId, { act: 'accept', version: 2 });
  if (ending === 'implementing') return;
  world.moveTo(world.at(start - 25, 17));
  const report = '已完成现场施工并自查验收，现场照片存档。如有问题请在回访时反映，我们将在三天内处理。';
  const pictures = await world.pictures.reported(staff, step(proposalTexts(), index).picture);
  await stepWorkOrder(staff, orderId, { act: 'finish', version: 3, report, pictures });
  if (ending === 'done') return;
  world.moveTo(world.at(start - 27, 19));
  await answerCallBack(await world.as(told.authorId), orderId, {
    solved: true,
    rating: 4 + (index % 2),
    words: '办得不错，谢谢。',
  });
}
