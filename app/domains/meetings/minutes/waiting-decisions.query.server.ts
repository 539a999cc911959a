import type { PersonContext } from '../../define-subject.server';
import { membersOf, predecessorsOfEach } from '../../organisations/index.server';
import type { Waiting, WaitingForUs } from '../../waiting';
import { mandatesOf } from '../policy';
import { cutText } from '~/lib/texts/cut-text';
import { paths } from '~/paths';
import type { Prisma } from '~/platform/db/database.server';

const most = 20;
const longestTitle = 60;

/** What was carried in published minutes, and is neither done nor taken up by an order, an agreement or a ballot. */
const openDecisions = {
  ...{ result: 'carried', doneAt: null, outcomeId: null, meeting: { state: 'published' } },
} as const satisfies Prisma.MeetingDecisionWhereInput;

const columns = {
  ...{ id: true, number: true, motion: true, dueAt: true, meetingId: true, responsibleId: true },
} as const;

type Open = Prisma.MeetingDecisionGetPayload<{ select: typeof columns }>;

const shown = ({ id, number, motion, dueAt, meetingId }: Open): Waiting => ({
  ...{ ask: 'carry-out-decision', id, title: cutText(motion, longestTitle) },
  ...{ to: `${paths.meeting(meetingId)}#decision-${number}`, until: dueAt },
});

/** By the organisation that carries them out: those that name it, or one that was merged into it since. */
async function decisionsOfOurs(ctx: PersonContext) {
  const own = mandatesOf(ctx.actor);
  if (own.length === 0) return [];
  const before = await predecessorsOfEach(
    ctx,
    own.map(({ organisationId }) => organisationId),
  );
  const holders = new Map(
    own.flatMap((member) =>
      [member.organisationId, ...(before.get(member.organisationId) ?? [])].map(
        (id) => [id, member] as const,
      ),
    ),
  );
  const rows = await ctx.database.read.meetingDecision.findMany({
    where: { ...openDecisions, responsibleKind: 'organisation', responsibleId: { in: [...holders.keys()] } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: columns,
  });
  return rows.flatMap((row) => {
    const member = holders.get(row.responsibleId ?? '');
    return member ? [{ waiting: shown(row), member }] : [];
  });
}

/** What of `openDecisions` is the person's own. */
export const ownDecisions = (personId: string) =>
  ({ ...openDecisions, responsibleKind: 'person', responsibleId: personId }) as const;

/** What meetings decided that the person is to carry out. */
export async function decisionsOfPerson(ctx: PersonContext): Promise<Waiting[]> {
  const rows = await ctx.database.read.meetingDecision.findMany({
    where: ownDecisions(ctx.actor.personId),
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: columns,
  });
  return rows.map(shown);
}

/** What meetings decided that an organisation with the person's mandate is to carry out. */
export const waitingDecisions = async (ctx: PersonContext): Promise<Waiting[]> =>
  (await decisionsOfOurs(ctx)).map(({ waiting }) => waiting);

/** The same, with who answers for them. */
export async function waitingDecisionsOfUs(ctx: PersonContext): Promise<WaitingForUs[]> {
  const ours = await decisionsOfOurs(ctx);
  if (ours.length === 0) return [];
  const now = ctx.clock.now();
  const members = await membersOf(
    ctx,
    ours.map(({ member }) => member.organisationId),
  );
  return ours.map(({ waiting, member }) => ({
    ...{ ...waiting, organisation: { id: member.organisationId, name: member.name }, since: null },
    able: members
      .filter((one) => one.organisationId === member.organisationId && one.mandate !== 'member')
      .map(({ name }) => name),
    ...{ isMine: true, isOver: waiting.until !== null && waiting.until < now },
  }));
}
