import type { ReadContext } from '../../context';
import { mergedInto, organisationsById, successorsOf } from '../../organisations/index.server';
import { agreementLifecycle, obligationLifecycle } from '../lifecycle';
import { wholeDraft } from '../drafting/propose-draft.server';
import { fitsItsSignatures } from '../signing/signed-content';
import { endDays, promiseDays } from './asks';
import type { WaitingAgreement } from './asks';
import { stepOf } from '~/lib/lifecycle';
import type { Prisma } from '~/platform/db/database.server';

const day = 24 * 3600_000;
/** Of each sort so many at most: the others come up when these are done. */
const mostRead = 60;
/** Letters that nobody has answered for so long wait no more. */
const lettersDays = 30;

const whole = {
  parties: { orderBy: { position: 'asc' } },
  obligations: { orderBy: { position: 'asc' } },
  assents: { select: { what: true, organisationId: true, version: true } },
} as const satisfies Prisma.AgreementInclude;

const withNotes = (since: Date) =>
  ({
    ...whole,
    clauseNotes: {
      where: { OR: [{ state: 'open' }, { createdAt: { gte: since } }, { decidedAt: { gte: since } }] },
      orderBy: { createdAt: 'asc' },
      include: { assents: { select: { organisationId: true, createdAt: true } } },
    },
  }) as const satisfies Prisma.AgreementInclude;

export type ReadDraft = Prisma.AgreementGetPayload<{ include: ReturnType<typeof withNotes> }>;

export const lettersSince = (ctx: ReadContext): Date =>
  new Date(ctx.clock.now().getTime() - lettersDays * day);

/** Promises of which somebody may have to do something: which of them, the policies say. */
function unsettled(now: Date): Prisma.AgreementWhereInput {
  const until = { lt: new Date(now.getTime() + promiseDays * day) };
  const unpaid = { releasedAt: null, writtenOffAt: null, carriedTo: null };
  return {
    OR: [
      {
        obligations: {
          some: {
            OR: [
              { state: { in: stepOf(obligationLifecycle, 'accept').from } },
              {
                state: { in: stepOf(obligationLifecycle, 'report').from },
                OR: [{ dueAt: until }, { cureBy: until }, { reply: { not: null } }],
              },
              { state: 'done', payerId: { not: null }, amountFen: { not: null }, ...unpaid },
            ],
          },
        },
      },
      { assents: { some: { what: { not: 'thaw' } } } },
    ],
  };
}

/** Those whose last day is near. */
export const nearEnd = (now: Date): Prisma.AgreementWhereInput => ({
  ...{ state: 'in-force', endsAt: { gte: now, lt: new Date(now.getTime() + endDays * day) } },
});

/** Those, and those of which a party has given notice. */
const ending = (now: Date): Prisma.AgreementWhereInput => ({
  OR: [nearEnd(now), { state: 'in-force', endsAt: { gte: now }, noticeOf: { not: null } }],
});

/** Of these organisations all agreements that may wait for one of them. */
async function readAgreements(ctx: ReadContext, ids: readonly string[]) {
  const { agreement } = ctx.database.read;
  const now = ctx.clock.now();
  const ours = { parties: { some: { organisationId: { in: [...ids] } } } };
  const before = await mergedInto(ctx, ids);
  const inherited = { state: 'in-force', parties: { some: { organisationId: { in: before } } } };
  const [drafts, frozen, living] = await Promise.all([
    agreement.findMany({
      where: { ...ours, state: agreementLifecycle.initial },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: mostRead,
      include: withNotes(lettersSince(ctx)),
    }),
    agreement.findMany({
      where: { ...ours, state: { in: stepOf(agreementLifecycle, 'sign').from } },
      orderBy: [{ signBy: 'asc' }, { id: 'asc' }],
      take: mostRead,
      include: whole,
    }),
    agreement.findMany({
      where: {
        OR: [
          { AND: [ours, unsettled(now)], state: { in: ['in-force', 'ended', 'replaced'] } },
          { AND: [ours, ending(now)] },
          ...(before.length > 0 ? [inherited] : []),
        ],
      },
      orderBy: { id: 'asc' },
      take: mostRead * 2,
      include: whole,
    }),
  ]);
  return { drafts, signed: [...frozen, ...living] };
}

/** Those of which an amendment is under way, and those that go on by what amends or renews them. */
export async function continued(ctx: ReadContext, ids: readonly string[]) {
  const underWay: string[] = [agreementLifecycle.initial, 'frozen'];
  const rows =
    ids.length === 0
      ? []
      : await ctx.database.read.agreement.findMany({
          where: {
            ...{ continuesId: { in: [...ids] }, continuesAs: { in: ['amendment', 'renewal'] } },
            state: { in: [...underWay, 'in-force'] },
          },
          select: { continuesId: true, continuesAs: true, state: true },
        });
  const idsOf = (some: typeof rows) => new Set(some.flatMap(({ continuesId }) => continuesId ?? []));
  return {
    amended: idsOf(
      rows.filter(({ continuesAs, state }) => continuesAs === 'amendment' && underWay.includes(state)),
    ),
    goingOn: idsOf(rows),
  };
}

interface ReadForWaiting {
  agreements: WaitingAgreement[];
  drafts: ReadDraft[];
}

type Row = Omit<
  WaitingAgreement,
  'openNotes' | 'assents' | 'inService' | 'heirs' | 'isBeingAmended' | 'goesOn' | 'fits'
> & {
  assents: readonly { what: string; organisationId: string; version: number }[];
  clauseNotes?: ReadDraft['clauseNotes'];
};

/** Lays beside agreements which of their parties are there, who goes on for those that were merged, and what is open. */
export async function withStanding(ctx: ReadContext, rows: readonly Row[]): Promise<WaitingAgreement[]> {
  const ids = rows.flatMap(({ parties }) => parties.map(({ organisationId }) => organisationId));
  if (ids.length === 0) return [];
  const known = await organisationsById(ctx, ids);
  const merged = [...known.values()].filter(({ state }) => state === 'merged').map(({ id }) => id);
  const heirs = merged.length === 0 ? new Map<string, never>() : await successorsOf(ctx, merged);
  const partiesOf = ({ parties }: Pick<Row, 'parties'>) =>
    parties.map(({ organisationId }) => organisationId);
  const mayGoOn = rows.filter(({ state, endsAt, ...row }) => {
    const mayEnd = state === 'in-force' && endsAt !== null;
    return mayEnd || partiesOf(row).some((id) => heirs.has(id));
  });
  const { amended, goingOn } = await continued(
    ctx,
    mayGoOn.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    openNotes: (row.clauseNotes ?? []).filter(
      ({ state, clause, proposed }) => state === 'open' && (clause === wholeDraft || proposed !== null),
    ),
    assents: row.assents.filter(({ version }) => version === row.version),
    inService: partiesOf(row).filter((id) => known.get(id)?.state === 'verified'),
    heirs: partiesOf(row).flatMap((id) => heirs.get(id)?.id ?? []),
    isBeingAmended: amended.has(row.id),
    goesOn: goingOn.has(row.id),
    fits: fitsItsSignatures(ctx.keys, row),
  }));
}

/** All agreements that may wait for one of these organisations, with what the rules ask of them. */
export async function agreementsWaiting(ctx: ReadContext, ids: readonly string[]): Promise<ReadForWaiting> {
  const { drafts, signed } = await readAgreements(ctx, ids);
  return { drafts, agreements: await withStanding(ctx, [...drafts, ...signed]) };
}
