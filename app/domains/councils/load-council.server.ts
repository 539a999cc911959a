import { z } from 'zod';
import type { ReadContext, TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';

export { tellByName } from '../ledger/index.server';
import type { SaidOf } from '../ledger/define-events';
import { councilEvents } from './events';
import type { CouncilEventType } from './events';
import { councilLifecycle } from './lifecycle';
import type { Quota } from './rules/council';
import { transitionFrom } from '~/lib/lifecycle';
import type { Prisma, Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

const drawFacts = { number: true, dueAt: true, drawnAt: true, way: true, namedAfterDue: true } as const;

/** What every act asks of a council; its lists are long and read by themselves. */
const councilParts = {
  rounds: { orderBy: { number: 'asc' } },
  draws: { orderBy: { number: 'asc' }, select: drawFacts },
  auditors: { orderBy: { namedAt: 'asc' } },
} as const satisfies Prisma.CouncilInclude;

const quotasSchema = z.array(
  z.object({ feature: z.string(), value: z.string(), min: z.number(), max: z.number() }),
);

export const readQuotas = (text: string): Quota[] => quotasSchema.parse(JSON.parse(text));

async function withCounts(ctx: Pick<ReadContext, 'database'>, council: CouncilRow) {
  const groups = await ctx.database.read.councilCandidate.groupBy({
    by: ['state', 'checked'],
    where: { councilId: council.id },
    _count: { _all: true },
  });
  const sum = (those: typeof groups) => those.reduce((total, { _count }) => total + _count._all, 0);
  const count = (state: string) => sum(groups.filter((group) => group.state === state));
  const fresh = sum(groups.filter(({ state, checked }) => state === 'volunteered' && !checked));
  const counts = {
    invited: sum(groups),
    volunteered: count('volunteered'),
    declined: count('declined'),
    drawn: count('drawn'),
    accepted: count('accepted'),
    left: count('left'),
  };
  const people = counts.volunteered;
  const answers = { people, fresh, gone: council.checkedPeople - (people - fresh) };
  return { ...council, counts, answers, taken: counts.drawn + counts.accepted };
}
type CouncilRow = Prisma.CouncilGetPayload<{ include: typeof councilParts }>;
export type LoadedCouncil = Awaited<ReturnType<typeof withCounts>>;

/** Throws `not-found`. */
export async function loadCouncil(ctx: ReadContext, id: string): Promise<LoadedCouncil> {
  const council = await ctx.database.read.council.findUnique({ where: { id }, include: councilParts });
  if (!council) throw new DomainError('not-found');
  return withCounts(ctx, council);
}

/** The same, held until the transaction ends. */
export async function holdCouncil(ctx: TransactionContext, id: string): Promise<LoadedCouncil> {
  await lockRow(ctx, 'Council', id);
  return loadCouncil(ctx, id);
}

type CouncilEvent = (typeof councilLifecycle)['transitions'][number]['event'];

/** Takes a step of the life cycle, with what changes by it. Throws `conflict` where another was first. */
export async function moveCouncil(
  tx: Transaction,
  move: { council: LoadedCouncil; event: CouncilEvent; columns?: Prisma.CouncilUpdateManyMutationInput },
): Promise<void> {
  const { id, state, version } = move.council;
  const step = transitionFrom(councilLifecycle, state, move.event);
  if (!step) throw new DomainError('wrong-state', { reason: 'councils.over' });
  const moved = await tx.prisma.council.updateMany({
    where: { id, state, version },
    data: { ...move.columns, state: step.to, version: version + 1 },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

/** Counts the version up within a state. */
export async function touchCouncil(
  tx: Transaction,
  council: LoadedCouncil,
  columns: Prisma.CouncilUpdateManyMutationInput = {},
): Promise<void> {
  const { id, state, version } = council;
  const touched = await tx.prisma.council.updateMany({
    where: { id, state, version },
    data: { ...columns, version: version + 1 },
  });
  if (touched.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

/** Throws `conflict` where the page showed the council before somebody else acted. */
export function ensureVersion(council: LoadedCouncil, version: number): void {
  if (council.version !== version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

export interface ToldOfCouncil {
  council: Pick<LoadedCouncil, 'id' | 'title' | 'areaId'>;
  type: CouncilEventType;
  publicData?: SaidOf<typeof councilEvents, CouncilEventType>;
  personIds?: readonly string[];
}

/** Appends an event; answers its id. */
export function tellOfCouncil(
  ctx: TransactionContext,
  { council, type, publicData = {}, personIds }: ToldOfCouncil,
): Promise<string> {
  return appendEvent(ctx, councilEvents, {
    type,
    subjectKind: 'council',
    subjectId: council.id,
    areaId: council.areaId,
    publicData: { title: council.title, ...publicData },
    privateData: personIds ? { personIds: [...personIds] } : {},
  });
}

/**
 * The same, of what a person did about the own invitation or seat: events stay for good, and show who acted. That it
 * happened is on record; who said yes or no, or gave up a seat, is nobody's to read there.
 */
export const tellWithoutName = (ctx: TransactionContext, told: ToldOfCouncil): Promise<string> =>
  tellOfCouncil({ ...ctx, actor: { kind: 'system' } }, told);
