import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import {
  feedbackFactColumns,
  feedbackFacts,
  publicFeedback,
  readableFeedback,
} from '../feedback/index.server';
import { proposalFactColumns, publicProposals, readableProposals } from '../proposals/index.server';
import { orderReaders } from './policy';
import type { OrderReadFacts } from './policy';
import { within } from '~/platform/db/area-scope';
import type { Prisma } from '~/platform/db/database.server';

/** The words of the order are its own, or those of matters that are read. */
const wordsOf = (
  feedback: Prisma.FeedbackWhereInput,
  proposals: Prisma.ProposalWhereInput,
): Prisma.WorkOrderWhereInput => ({
  AND: [
    { OR: [{ wordsOfFeedbackId: null }, { wordsOfFeedback: { is: feedback } }] },
    { OR: [{ wordsOfProposalId: null }, { wordsOfProposal: { is: proposals } }] },
  ],
});

/** What anyone may read. */
export const publicOrders: Prisma.WorkOrderWhereInput = wordsOf(publicFeedback, publicProposals);

/** The same in SQL, for an order under the alias. */
export const publicOrderSql = (alias: string): string =>
  `(${alias}."wordsOfFeedbackId" IS NULL OR EXISTS (SELECT 1 FROM "Feedback" wf WHERE wf."id" = ${alias}."wordsOfFeedbackId"
     AND wf."isPublic" AND wf."hiddenAt" IS NULL AND wf."state" <> 'withdrawn'))
   AND (${alias}."wordsOfProposalId" IS NULL OR EXISTS (SELECT 1 FROM "Proposal" wp WHERE wp."id" = ${alias}."wordsOfProposalId"
     AND wp."hiddenAt" IS NULL AND wp."state" <> 'draft'))`;

/** The twin of mayReadOrder for lists: the orders that the actor may read. */
export function readableOrders(actor: Actor): Prisma.WorkOrderWhereInput {
  if (actor.kind === 'system') return {};
  if (actor.kind === 'visitor') return publicOrders;
  const areas = areasOfRoles(actor, orderReaders).map(within);
  const ids = actor.memberships.filter(({ verified }) => verified).map((member) => member.organisationId);
  const own: Prisma.WorkOrderWhereInput[] = [
    { departmentId: { in: ids } },
    { leadId: { in: ids } },
    { helpers: { some: { departmentId: { in: ids } } } },
    { whistles: { some: { calls: { some: { departmentId: { in: ids } } } } } },
  ];
  return {
    OR: [
      wordsOf(readableFeedback(actor), readableProposals(actor)),
      ...areas.flatMap((area) => [{ areaId: area }, { handlingAreaId: area }]),
      ...(ids.length > 0 ? own : []),
    ],
  };
}

/** The columns that mayReadOrder asks for. */
export const orderFactColumns = {
  areaId: true,
  handlingAreaId: true,
  departmentId: true,
  leadId: true,
  wordsOfFeedbackId: true,
  wordsOfProposalId: true,
  wordsOfFeedback: { select: feedbackFactColumns },
  wordsOfProposal: { select: proposalFactColumns },
  helpers: { select: { departmentId: true } },
  whistles: { select: { calls: { select: { departmentId: true } } } },
} as const satisfies Prisma.WorkOrderSelect;

type Row = Prisma.WorkOrderGetPayload<{ select: typeof orderFactColumns }>;

/** A row that was read by these columns, as the rule takes it. */
export function orderFacts(row: Row): OrderReadFacts {
  const { wordsOfFeedback, wordsOfProposal, helpers, whistles } = row;
  const called = whistles.flatMap(({ calls }) => calls);
  return {
    areaId: row.areaId,
    handlingAreaId: row.handlingAreaId,
    departmentIds: [
      row.departmentId,
      row.leadId,
      ...[...helpers, ...called].map((one) => one.departmentId),
    ].filter((id) => id !== null),
    wordsOf: {
      feedback: wordsOfFeedback ? feedbackFacts(wordsOfFeedback) : row.wordsOfFeedbackId ? 'gone' : null,
      proposal: wordsOfProposal ?? (row.wordsOfProposalId ? 'gone' : null),
    },
  };
}
