import type { ReadContext, TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent, tellByName } from '../ledger/index.server';
import { careEvents } from './events';
import type { CareEventType } from './events';
import { careNeedLifecycle, careTaskLifecycle } from './lifecycle';
import type { NeedFacts, TaskFacts } from './policy';
import type { SubjectKind } from '~/paths';
import { significantDigits, trailOf } from '~/lib/geo/division-code';
import { transitionFrom } from '~/lib/lifecycle';
import type { Prisma } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

/** What the rules ask of an entry. */
export const needFactColumns = {
  ...{ id: true, areaId: true, state: true, personId: true, statedBy: true },
  contests: { where: { openKey: { not: null } }, take: 1, select: { openKey: true } },
} as const satisfies Prisma.CareNeedSelect;

type FactRow = Omit<NeedFacts, 'contested'> & { contests: readonly { openKey: string | null }[] };

export const needFacts = <Row extends FactRow>(row: Row): Row & NeedFacts => ({
  ...row,
  contested: row.contests.some(({ openKey }) => openKey !== null),
});

/** What the rules ask of a task. */
export const taskFactColumns = {
  ...{
    id: true,
    needId: true,
    kind: true,
    state: true,
    startsAt: true,
    endsAt: true,
    doneBy: true,
    organisationId: true,
  },
  need: { select: needFactColumns },
} as const satisfies Prisma.CareTaskSelect;

export const taskFacts = <Row extends Omit<TaskFacts, 'need'> & { need: FactRow }>(row: Row) => ({
  ...row,
  need: needFacts(row.need),
});

const held = { include: { contests: needFactColumns.contests } } as const;

/** The entry, held until the transaction ends: whatever changes of it or its tasks holds it first. Throws `not-found`. */
export async function holdNeed(ctx: TransactionContext, id: string) {
  await lockRow(ctx, 'CareNeed', id);
  const need = await ctx.prisma.careNeed.findUnique({ where: { id }, ...held });
  if (!need) throw new DomainError('not-found');
  return needFacts(need);
}
export type HeldNeed = Awaited<ReturnType<typeof holdNeed>>;

/** A task with its entry, which is held. Throws `not-found`. */
export async function holdTask(ctx: TransactionContext, id: string) {
  const where = { id };
  const at = await ctx.prisma.careTask.findUnique({ where, select: { needId: true } });
  if (!at) throw new DomainError('not-found');
  const need = await holdNeed(ctx, at.needId);
  const task = await ctx.prisma.careTask.findUnique({ where });
  if (!task) throw new DomainError('not-found');
  return { ...task, need };
}
export type HeldTask = Awaited<ReturnType<typeof holdTask>>;

type NeedEvent = (typeof careNeedLifecycle)['transitions'][number]['event'];

/** Takes a step of an entry, with what changes by it. Throws `conflict` where another was first. */
export async function moveNeed(
  ctx: TransactionContext,
  move: {
    need: Pick<HeldNeed, 'id' | 'state'>;
    event: NeedEvent;
    columns?: Prisma.CareNeedUpdateManyMutationInput;
  },
): Promise<void> {
  const { id, state } = move.need;
  const step = transitionFrom(careNeedLifecycle, state, move.event);
  const moved = step
    ? await ctx.prisma.careNeed.updateMany({
        where: { id, state },
        data: { ...move.columns, state: step.to },
      })
    : { count: 0 };
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'care.changed-meanwhile' });
}

type TaskEvent = (typeof careTaskLifecycle)['transitions'][number]['event'];

/** Takes a step of a task likewise. */
export async function moveTask(
  ctx: TransactionContext,
  move: {
    task: Pick<HeldTask, 'id' | 'state'>;
    event: TaskEvent;
    columns?: Prisma.CareTaskUncheckedUpdateManyInput;
  },
): Promise<void> {
  const { id, state } = move.task;
  const step = transitionFrom(careTaskLifecycle, state, move.event);
  const moved = step
    ? await ctx.prisma.careTask.updateMany({
        where: { id, state },
        data: { ...move.columns, state: step.to },
      })
    : { count: 0 };
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'care.changed-meanwhile' });
}

export interface ToldOfCare {
  type: CareEventType;
  kind: SubjectKind & `care-${string}`;
  id: string;
  areaId: string;
  /** Whom it concerns, told by name; whoever acted and null are left out. */
  to?: readonly (string | null)[];
}

/** An act of office: the record says who did it. */
export async function tellOfOffice(
  ctx: TransactionContext,
  { type, kind, id, areaId, to = [] }: ToldOfCare,
): Promise<void> {
  const eventId = await appendEvent(ctx, careEvents, {
    ...{ type, subjectKind: kind, subjectId: id, areaId },
    publicData: {},
  });
  const own = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const others = [...new Set(to)].filter((personId): personId is string => personId !== null);
  await tellByName(
    ctx,
    eventId,
    others.filter((personId) => personId !== own),
  );
}

/** The same, of what those concerned and volunteers do: the record stays, and does not say who is in the register. */
export async function tellWithoutName(ctx: TransactionContext, told: ToldOfCare): Promise<void> {
  const own = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const to = (told.to ?? []).filter((personId) => personId !== own);
  await tellOfOffice({ ...ctx, actor: { kind: 'system' } }, { ...told, to });
}

/** Those concerned by an entry. */
export const concernedBy = (need: Pick<NeedFacts, 'personId' | 'statedBy'>) => [need.personId, need.statedBy];

/** Who of the staff has the entries of a place: by a role in its grid or community. */
export async function staffOf(ctx: ReadContext, areaId: string): Promise<string[]> {
  const areaIds = trailOf(areaId).filter((id) => id.length >= significantDigits.community);
  const holders = await ctx.subjects.persons.holders(ctx, { role: 'staff', areaIds });
  return holders.map(({ personId }) => personId);
}
