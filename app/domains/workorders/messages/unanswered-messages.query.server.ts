import { hasMandate } from '../../actor';
import type { PersonContext } from '../../define-subject.server';
import { membersOf } from '../../organisations/index.server';
import type { Waiting, WaitingForUs } from '../../waiting';
import { paths } from '~/paths';

const day = 24 * 3600_000;
/** What nobody has answered for so long waits no more. */
const waitsDays = 30;
const mostRead = 300;

/** Orders of the actor's departments in which one of those who asked wrote last, with who may answer; longest waiting first. */
export async function unansweredMessages(ctx: PersonContext): Promise<WaitingForUs[]> {
  const own = ctx.actor.memberships.filter((member) => member.kind === 'department' && hasMandate(member));
  if (own.length === 0) return [];
  const ids = own.map(({ organisationId }) => organisationId);
  const since = new Date(ctx.clock.now().getTime() - waitsDays * day);
  const [messages, members] = await Promise.all([
    ctx.database.read.orderMessage.findMany({
      where: { createdAt: { gte: since }, workOrder: { departmentId: { in: ids } } },
      orderBy: { id: 'desc' },
      take: mostRead,
      select: {
        ...{ workOrderId: true, askerId: true, fromAsker: true, createdAt: true },
        workOrder: { select: { title: true, departmentId: true } },
      },
    }),
    membersOf(ctx, ids),
  ]);
  // Of each conversation the last word, the newest read first.
  const last = new Map<string, (typeof messages)[number]>();
  for (const message of messages) {
    const key = `${message.workOrderId} ${message.askerId}`;
    if (!last.has(key)) last.set(key, message);
  }
  const open = [...last.values()].filter(({ fromAsker }) => fromAsker).reverse();
  const once = new Map(open.map((message) => [message.workOrderId, message]));
  return [...once.values()].flatMap(({ workOrderId: id, workOrder, createdAt }) => {
    const member = own.find(({ organisationId }) => organisationId === workOrder.departmentId);
    if (!member) return [];
    const able = members.filter(
      (one) => one.organisationId === member.organisationId && one.mandate !== 'member',
    );
    return [
      {
        ...{ ask: 'answer-message' as const, id, title: workOrder.title, to: paths.orderMessages(id) },
        ...{ until: null, since: createdAt, isMine: true, isOver: false },
        organisation: { id: member.organisationId, name: member.name },
        able: able.map(({ name }) => name),
      },
    ];
  });
}

const mostOfPerson = 10;

/** The same as it waits for the person. */
export async function waitingMessages(ctx: PersonContext): Promise<Waiting[]> {
  const rows = (await unansweredMessages(ctx)).slice(0, mostOfPerson);
  return rows.map(({ ask, id, title, to, until }) => ({ ask, id, title, to, until }));
}
