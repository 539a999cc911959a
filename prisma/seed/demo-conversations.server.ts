import { communities, district } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import { residents } from './demo-people';
import type { ToldProposal } from './demo-story.server';
import { answerStatement } from '../../app/domains/opinions/statements/answer-statement.server';
import { drawConversation, endDueConversations } from '../../app/domains/opinions/index.server';
import { openConversation } from '../../app/domains/opinions/open-conversation.server';
import { postStatement } from '../../app/domains/opinions/statements/post-statement.server';
import type { Answer } from '../../app/domains/opinions/schema';
import type { Services } from '../../app/http/server/services.server';

/** A statement, with what each camp holds of it: + agrees, - disagrees, ? differs. */
type Held = readonly [statement: string, camps: string];

interface DemoConversation {
  title: string;
  body: string;
  areaId: string;
  opened: number;
  closes: number;
  people: number;
  held: readonly Held[];
  written?: string;
}

const conversations: readonly DemoConversation[] = [
  {
    title: '广场舞和午休晚休，怎么两不误？',
    body: '文化宫前广场每天早晚有三支舞队。有人盼着跳，有人盼着静。请对下面的观点表态，也写下您自己的。',
    areaId: district,
    opened: 30,
    closes: 9,
    people: 44,
    held: [
      ['晚上九点以后不再放音乐', '+++'],
      ['舞队用定向音箱，音量不超过六十分贝', '++?'],
      ['广场全天都可以跳，不用管时间', '+--'],
      ['中午十二点到两点半不放音乐', '?++'],
      ['把舞队都迁到江边去', '--+'],
      ['跳舞是老人最重要的锻炼，应当优先照顾', '+?-'],
      ['住得近的住户可以投诉后立即停放', '-?+'],
      ['三支舞队轮流用场地，每天只有一支', '-++'],
      ['广场要留出一半给孩子玩', '?+?'],
      ['社区请舞队和住户代表每月坐下来谈一次', '+++'],
    ],
  },
  {
    title: '老旧楼院的停车位该怎么分？',
    body: '院里车位不到户数的一半。怎么分才公道？先看看大家的观点，再写下您的。',
    areaId: communities[0] ?? district,
    opened: 4,
    closes: -10,
    people: 24,
    held: [
      ['车位先到先得，谁也不固定', '+-'],
      ['每户最多一个固定车位', '-+'],
      ['消防通道一律不许停车', '++'],
      ['行动不便的老人和残疾人优先', '++'],
      ['第二辆车要多交停车费', '-+'],
      ['停车费全部用于院内维修，每季度公示', '++'],
      ['晚上和附近学校商量，借用操场停车', '+?'],
    ],
    written: '给送菜、送药的车留一个临时车位',
  },
];

function answerOf(camps: string, person: number, statement: number): Answer {
  const mark = camps[person % camps.length] ?? '?';
  const odd = (person * 7 + statement * 5) % 11;
  if (odd === 0) return 'pass';
  if (mark === '?') return odd % 2 === 0 ? 'agree' : 'disagree';
  return (mark === '+') !== (odd === 1) ? 'agree' : 'disagree';
}

/** Two conversations: one that is over and reported, one in which people still answer. */
export async function tellConversations(
  services: Services,
  world: DemoWorld,
  told: readonly ToldProposal[],
): Promise<void> {
  for (const [index, conversation] of conversations.entries()) {
    const { held, people, written, opened, closes, ...input } = conversation;
    world.moveTo(world.at(opened, 9));
    const conversationId = await openConversation(await world.as('moderator'), {
      ...input,
      proposalId: index === 1 ? (told.find(({ ending }) => ending === 'gathering')?.id ?? '') : '',
      review: 'before',
      closesAt: world.at(closes, 18),
      seeds: held.map(([statement]) => statement),
    });
    const statements = await services.database.read.statement.findMany({
      where: { conversationId },
      orderBy: { number: 'asc' },
    });
    world.moveTo(world.at(opened - 2, 19));
    for (const [person, { id }] of residents.slice(0, people).entries()) {
      const resident = await world.as(id);
      for (const [at, statement] of statements.entries()) {
        // Not everyone comes to the end.
        if (at > 6 && person % 5 === 4) continue;
        await answerStatement(resident, {
          conversationId,
          statementId: statement.id,
          answer: answerOf(held[at]?.[1] ?? '?', person, at),
        });
      }
    }
    if (written) await postStatement(await world.as('resident-03'), { conversationId, body: written });
    await drawConversation(world.system(), { conversationId });
    if (closes <= 0) continue;
    world.moveTo(world.at(closes, 18));
    await endDueConversations(world.system());
  }
}
