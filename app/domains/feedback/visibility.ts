import { areasOfRoles } from '../actor';
import type { Actor, Role } from '../actor';
import { misconduct } from './kinds';
import { feedbackReaders, misconductReaders } from './policy';
import { withinAny } from '~/platform/db/lists/area-scope';
import type { Prisma } from '~/platform/db/database.server';
import type { PlainCondition } from '~/platform/db/plain-condition';

/** What is for everyone, and what was until it was taken back: of that nothing is told any more but this. */
export const publicOrTakenBack = {
  isPublic: true,
  hiddenAt: null,
} as const satisfies Prisma.FeedbackWhereInput & PlainCondition;

/** What anyone may read. */
export const publicFeedback = {
  ...publicOrTakenBack,
  state: { not: 'withdrawn' },
} as const satisfies Prisma.FeedbackWhereInput & PlainCondition;

/** The twin of mayReadFeedback for lists: the feedback that the actor may read. */
export function readableFeedback(actor: Actor): Prisma.FeedbackWhereInput {
  if (actor.kind === 'system') return {};
  if (actor.kind === 'visitor') return publicFeedback;
  const ids = actor.memberships
    .filter(({ verified }) => verified)
    .map(({ organisationId }) => organisationId);
  const theirs = { orderLinks: { some: { workOrder: { departmentId: { in: ids } } } } };
  const where = (roles: readonly Role[]) => withinAny(areasOfRoles(actor, roles));
  const usual = [...where(feedbackReaders), ...(ids.length > 0 ? [theirs] : [])];
  const reported = where(misconductReaders);
  return {
    OR: [
      publicFeedback,
      { authorId: actor.personId },
      // Beside another condition an empty OR would let everything through.
      ...(usual.length > 0 ? [{ kind: { not: misconduct }, OR: usual }] : []),
      ...(reported.length > 0
        ? [{ kind: misconduct, OR: reported, ...(ids.length > 0 ? { NOT: theirs } : {}) }]
        : []),
    ],
  };
}

/** The columns that mayReadFeedback asks for where it is asked for nobody who works on the matter. */
export const openFactColumns = {
  id: true,
  kind: true,
  title: true,
  authorId: true,
  areaId: true,
  isPublic: true,
  state: true,
  hiddenAt: true,
} as const satisfies Prisma.FeedbackSelect;

/** The columns that mayReadFeedback asks for, with the departments of the orders that took the matter up. */
export const feedbackFactColumns = {
  ...openFactColumns,
  orderLinks: { select: { workOrder: { select: { departmentId: true } } } },
} as const satisfies Prisma.FeedbackSelect;

export type FeedbackFactRow = Prisma.FeedbackGetPayload<{ select: typeof feedbackFactColumns }>;

/** A row that was read by these columns, as the rule takes it. */
export function feedbackFacts<
  Row extends { orderLinks: readonly { workOrder: { departmentId: string | null } }[] },
>({ orderLinks, ...row }: Row): Omit<Row, 'orderLinks'> & { departmentIds: string[] } {
  return { ...row, departmentIds: orderLinks.flatMap(({ workOrder }) => workOrder.departmentId ?? []) };
}
