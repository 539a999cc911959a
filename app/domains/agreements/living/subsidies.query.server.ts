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

/**
 * What parties pay to others on accepted evidence, by receiver and by the year in which it is due (or was released, where
 * no day was set). Of agreements that anyone may read, that came into force and whose text is the one that was signed:
 * the register sums nothing that nobody has agreed to.
 */
export async function subsidyRegister(ctx: ReadContext): Promise<SubsidyRegister> {
  const sums = new Map<string, SubsidyRow>();
  const altered: SubsidyRegister['altered'] = [];
  let after = '';
  for (;;) {
    const agreements = await agreementsBehind(ctx, after);
    for (const [at, agreement] of agreements.entries()) {
      if (at % hashedAtOnce === hashedAtOnce - 1) await ctx.giveWay();
      if (fitsItsSignatures(ctx.keys, agreement)) addAll(sums, agreement, ctx);
      else if (altered.length < mostNamed) altered.push({ id: agreement.id, title: agreement.title });
    }
    if (agreements.length < atOnce) break;
    after = agreements.at(-1)?.id ?? '';
  }
  const rows = [...sums.values()].sort(
    (one, other) => other.year - one.year || one.organisationId.localeCompare(other.organisationId),
  );
  return { rows, altered };
}

/** What an amendment goes on with is counted there, and so is what was not kept when it came into force. */
const isCounted = ({ state }: Agreement, row: Agreement['obligations'][number]) =>
  row.carriedTo === null && (row.state === 'done' || state !== 'replaced');

function addAll(sums: Map<string, SubsidyRow>, agreement: Agreement, ctx: ReadContext): void {
  for (const row of agreement.obligations) {
    const { organisationId, amountFen, payerId } = row;
    if (payerId === null || amountFen === null || !isCounted(agreement, row)) continue;
    const day = row.dueAt ?? row.releasedAt ?? agreement.inForceAt;
    if (!day) continue;
    const year = yearIn(day, ctx.configuration.timeZone);
    const name = agreement.parties.find((party) => party.organisationId === organisationId)?.name ?? '';
    const key = `${organisationId} ${year}`;
    const before = sums.get(key) ?? {
      ...{ organisationId, organisation: name, year, promised: 0n, released: 0n, writtenOff: 0n },
      instalments: 0,
    };
    sums.set(key, {
      ...before,
      organisation: name === '' ? before.organisation : name,
      promised: before.promised + amountFen,
      released: before.released + (row.releasedAt ? amountFen : 0n),
      writtenOff: before.writtenOff + (row.writtenOffAt ? amountFen : 0n),
      instalments: before.instalments + 1,
    });
  }
}
