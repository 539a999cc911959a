import type { ReadContext } from '../../context';
import { fitsItsSignatures } from '../signing/signed-content';
import { readableAgreements } from '../visibility';
import { yearIn } from '~/lib/time/days';
import type { Prisma } from '~/platform/db/database.server';

export interface SubsidyRow {
  organisationId: string;
  organisation: string;
  year: number;
  /** In fen. */
  promised: bigint;
  released: bigint;
  /** Of a payer that is out of service, for which nobody waits any more. */
  writtenOff: bigint;
  instalments: number;
}

interface SubsidyRegister {
  rows: SubsidyRow[];
  /** Agreements whose text no longer fits its signatures: nothing of them is counted. */
  altered: { id: string; title: string }[];
}

const atOnce = 200;
/** Between so many texts that are written out and hashed others are answered. */
const hashedAtOnce = 20;
const mostNamed = 50;

const whole = { parties: true, obligations: true } as const;
type Agreement = Prisma.AgreementGetPayload<{ include: typeof whole }>;

const isPaidOnAcceptance = { payerId: { not: null }, amountFen: { not: null } };

/** What anyone may read that has come into force, a page of it. */
function agreementsBehind(ctx: ReadContext, after: string): Promise<Agreement[]> {
  return ctx.database.read.agreement.findMany({
    where: {
      AND: [readableAgreements({ kind: 'visitor' })],
      ...{ id: { gt: after }, inForceAt: { not: null }, state: { not: 'voided' } },
      obligations: { some: isPaidOnAcceptance },
    },
    include: whole,
    orderBy: { id: 'asc' },
    take: atOnce,
  });
}

/** One payment that was promised, as it stands. */
interface Instalment {
  areaId: string;
  organisationId: string;
  organisation: string;
  year: number;
  amountFen: bigint;
  isReleased: boolean;
  isWrittenOff: boolean;
}

interface Walk {
  of(instalment: Instalment): void;
  altered(agreement: { id: string; title: string }): void;
}

/** Every payment of agreements that anyone may read, that came into force and whose text is the one that was signed. */
async function walkInstalments(ctx: ReadContext, walk: Walk): Promise<void> {
  let after = '';
  for (;;) {
    const agreements = await agreementsBehind(ctx, after);
    for (const [at, agreement] of agreements.entries()) {
      if (at % hashedAtOnce === hashedAtOnce - 1) await ctx.giveWay();
      if (!fitsItsSignatures(ctx.keys, agreement)) walk.altered(agreement);
      else for (const one of instalmentsOf(agreement, ctx)) walk.of(one);
    }
    if (agreements.length < atOnce) return;
    after = agreements.at(-1)?.id ?? '';
  }
}

/**
 * What parties pay to others on accepted evidence, by receiver and by the year in which it is due (or was released, where
 * no day was set). The register sums nothing that nobody has agreed to.
 */
export async function subsidyRegister(ctx: ReadContext): Promise<SubsidyRegister> {
  const sums = new Map<string, SubsidyRow>();
  const altered: SubsidyRegister['altered'] = [];
  await walkInstalments(ctx, {
    of: (one) => addTo(sums, one),
    altered: ({ id, title }) => altered.length < mostNamed && altered.push({ id, title }),
  });
  const rows = [...sums.values()].sort(
    (one, other) => other.year - one.year || one.organisationId.localeCompare(other.organisationId),
  );
  return { rows, altered };
}

export interface SubsidiesOfArea {
  areaId: string;
  /** In fen. */
  promised: bigint;
  released: bigint;
}

/** The same of one year, by the area of the agreement, without those below it. */
export async function subsidiesByArea(ctx: ReadContext, year: number): Promise<SubsidiesOfArea[]> {
  const sums = new Map<string, SubsidiesOfArea>();
  await walkInstalments(ctx, {
    of({ areaId, amountFen, isReleased, ...one }) {
      if (one.year !== year) return;
      const { promised, released } = sums.get(areaId) ?? { promised: 0n, released: 0n };
      const paid = isReleased ? amountFen : 0n;
      sums.set(areaId, { areaId, promised: promised + amountFen, released: released + paid });
    },
    altered: () => undefined,
  });
  return [...sums.values()];
}

/** What an amendment goes on with is counted there, and so is what was not kept when it came into force. */
const isCounted = ({ state }: Agreement, row: Agreement['obligations'][number]) =>
  row.carriedTo === null && (row.state === 'done' || state !== 'replaced');

function instalmentsOf(agreement: Agreement, ctx: ReadContext): Instalment[] {
  return agreement.obligations.flatMap((row) => {
    const { organisationId, amountFen, payerId } = row;
    if (payerId === null || amountFen === null || !isCounted(agreement, row)) return [];
    const day = row.dueAt ?? row.releasedAt ?? agreement.inForceAt;
    if (!day) return [];
    return [
      {
        ...{ areaId: agreement.areaId, organisationId, amountFen },
        organisation: agreement.parties.find((party) => party.organisationId === organisationId)?.name ?? '',
        year: yearIn(day, ctx.configuration.timeZone),
        isReleased: row.releasedAt !== null,
        isWrittenOff: row.writtenOffAt !== null,
      },
    ];
  });
}

function addTo(sums: Map<string, SubsidyRow>, one: Instalment): void {
  const { organisationId, organisation, year, amountFen } = one;
  const key = `${organisationId} ${year}`;
  const before = sums.get(key) ?? {
    ...{ organisationId, organisation, year, promised: 0n, released: 0n, writtenOff: 0n },
    instalments: 0,
  };
  sums.set(key, {
    ...before,
    organisation: organisation === '' ? before.organisation : organisation,
    promised: before.promised + amountFen,
    released: before.released + (one.isReleased ? amountFen : 0n),
    writtenOff: before.writtenOff + (one.isWrittenOff ? amountFen : 0n),
    instalments: before.instalments + 1,
  });
}
