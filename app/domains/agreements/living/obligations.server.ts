import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { attachPictures, attachmentCount } from '../../files/index.server';
import type { NamedFile } from '../../files/index.server';
import { mostAttachments, storeNamed } from '../drafting/attach-files.server';
import { evidenceKind } from '../drafting/attachment-kind';
import { obligationLifecycle } from '../lifecycle';
import { tellOfAgreement } from '../move-agreement.server';
import {
  mayAnswerObligation,
  mayNoteBreach,
  mayRelease,
  mayReportObligation,
  mayWriteOff,
} from './obligation-policy';
import { fitsItsSignatures } from '../signing/signed-content';
import { organisationsInService } from '../../organisations/index.server';
import { endOfDay } from '~/lib/time/days';
import { stepOf } from '~/lib/lifecycle';
import type { Prisma } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { cutText } from '~/lib/texts/cut-text';

const withAgreement = { agreement: { include: { parties: true, obligations: true } } } as const;
type Row = Prisma.ObligationGetPayload<{ include: typeof withAgreement }>;

/** With which parties are in service. Throws `conflict` where the text no longer fits its signatures: nothing goes by it. */
async function withFacts(ctx: ReadContext, row: Row) {
  if (!fitsItsSignatures(ctx.keys, row.agreement))
    throw new DomainError('conflict', { reason: 'agreements.altered' });
  const parties = row.agreement.parties.map((party) => party.organisationId);
  return { ...row, inService: await organisationsInService(ctx, parties) };
}

/** The obligation with its agreement, which is held: what befalls both is decided one after the other. */
async function heldObligation(ctx: TransactionContext, obligationId: string) {
  const found = await ctx.prisma.obligation.findUnique({ where: { id: obligationId } });
  if (!found) throw new DomainError('not-found');
  await lockRow(ctx, 'Agreement', found.agreementId);
  const held = await ctx.prisma.obligation.findUniqueOrThrow({
    where: { id: obligationId },
    include: withAgreement,
  });
  return withFacts(ctx, held);
}
type HeldObligation = Awaited<ReturnType<typeof heldObligation>>;

interface Step {
  event: (typeof obligationLifecycle.transitions)[number]['event'];
  data: Prisma.ObligationUpdateManyMutationInput;
}

async function moveObligation(ctx: TransactionContext, { id }: HeldObligation, { event, data }: Step) {
  const { from, to } = stepOf(obligationLifecycle, event);
  const moved = await ctx.prisma.obligation.updateMany({
    where: { id, state: { in: from } },
    data: { ...data, state: to },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
}

const told = (ctx: TransactionContext, { agreement, text }: HeldObligation) => ({
  agreement,
  obligation: cutText(text, 80),
  // Where a moderator answers in the place of parties that are no more, it is by name.
  organisation: ctx.actor.kind === 'person' ? (ctx.actor.actingFor?.name ?? ctx.actor.displayName) : '',
});

const actingId = (ctx: TransactionContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : null);
const actingFor = (ctx: TransactionContext) =>
  ctx.actor.kind === 'person' ? (ctx.actor.actingFor?.organisationId ?? null) : null;

export interface Answered {
  agreementId: string;
}

export interface Evidence {
  report: string;
  /** Papers and pictures, which the parties alone see. */
  files?: readonly NamedFile[];
}

/** Asked before files are kept for nothing. */
async function ensureReports(ctx: Context, obligationId: string): Promise<void> {
  const where = { id: obligationId };
  const found = await ctx.database.read.obligation.findUnique({ where, include: withAgreement });
  if (!found) throw new DomainError('not-found');
  ensure(mayReportObligation(ctx.actor, await withFacts(ctx, found)));
}

async function attachEvidence(ctx: TransactionContext, obligationId: string, fileIds: string[]) {
  const subject = { subjectKind: evidenceKind, subjectId: obligationId };
  const before = await attachmentCount(ctx, evidenceKind, obligationId);
  if (before + fileIds.length > mostAttachments)
    throw new DomainError('invalid', { field: 'files', reason: 'agreements.too-many-files' });
  await attachPictures(ctx, { ...subject, fileIds });
}

/** The party that promised reports its obligation as kept, with what shows it; another party accepts or refuses. */
export async function reportObligation(
  ctx: Context,
  obligationId: string,
  { report, files = [] }: Evidence,
): Promise<Answered> {
  await ensureReports(ctx, obligationId);
  const fileIds = await storeNamed(ctx, files);
  return inTransaction(ctx, async (ctx) => {
    const obligation = await heldObligation(ctx, obligationId);
    ensure(mayReportObligation(ctx.actor, obligation));
    await attachEvidence(ctx, obligationId, fileIds);
    await moveObligation(ctx, obligation, {
      event: 'report',
      data: { report, reportedAt: ctx.clock.now(), reportedBy: actingId(ctx), reply: null, reminded: null },
    });
    const { agreement, ...data } = told(ctx, obligation);
    await tellOfAgreement(ctx, agreement, { type: 'obligation.reported', ...data });
    return { agreementId: agreement.id };
  });
}

/** Another party, the payer where there is one, accepts the evidence: the obligation is kept. */
export async function acceptObligation(ctx: Context, obligationId: string): Promise<Answered> {
  return inTransaction(ctx, async (ctx) => {
    const obligation = await heldObligation(ctx, obligationId);
    ensure(mayAnswerObligation(ctx.actor, obligation));
    await moveObligation(ctx, obligation, {
      event: 'accept',
      data: {
        ...{ doneAt: ctx.clock.now(), acceptedBy: actingId(ctx), acceptedFor: actingFor(ctx) },
        ...{ cureBy: null, reminded: null },
      },
    });
    const { agreement, ...data } = told(ctx, obligation);
    await tellOfAgreement(ctx, agreement, { type: 'obligation.done', ...data });
    return { agreementId: agreement.id };
  });
}

/** The evidence is not accepted, with the reason: the obligation is open again. */
export async function refuseObligation(
  ctx: Context,
  obligationId: string,
  reason: string,
): Promise<Answered> {
  return inTransaction(ctx, async (ctx) => {
    const obligation = await heldObligation(ctx, obligationId);
    ensure(mayAnswerObligation(ctx.actor, obligation));
    const { dueAt, cureBy } = obligation;
    // That the day went by has been told of once.
    const isTold = dueAt !== null && dueAt < ctx.clock.now() && cureBy === null;
    const reminded = isTold ? 'after' : null;
    await moveObligation(ctx, obligation, { event: 'refuse', data: { reply: reason, reminded } });
    const { agreement, ...data } = told(ctx, obligation);
    await tellOfAgreement(ctx, agreement, { type: 'obligation.refused', ...data, reason });
    return { agreementId: agreement.id };
  });
}

/** Another party notes that the day went by, and until when the promise can still be kept. Throws `invalid` at `cureBy`. */
export async function noteBreach(
  ctx: Context,
  obligationId: string,
  { reason, cureBy }: { reason: string; cureBy: string },
): Promise<Answered> {
  const now = ctx.clock.now();
  const until = endOfDay(cureBy, ctx.configuration.timeZone);
  if (!until) throw new DomainError('invalid', { field: 'cureBy', reason: 'agreements.no-such-day' });
  if (until <= now) throw new DomainError('invalid', { field: 'cureBy', reason: 'agreements.day-is-over' });
  return inTransaction(ctx, async (ctx) => {
    const obligation = await heldObligation(ctx, obligationId);
    ensure(mayNoteBreach(ctx.actor, obligation, now));
    await moveObligation(ctx, obligation, {
      event: 'breach',
      data: { reply: reason, cureBy: until, reminded: null },
    });
    const { agreement, ...data } = told(ctx, obligation);
    await tellOfAgreement(ctx, agreement, { type: 'obligation.breached', ...data, reason });
    return { agreementId: agreement.id };
  });
}

/** The payer says that what was accepted has been paid: an instalment of a subsidy is released, once. */
export async function releaseAmount(ctx: Context, obligationId: string): Promise<Answered> {
  return inTransaction(ctx, async (ctx) => {
    const obligation = await heldObligation(ctx, obligationId);
    ensure(mayRelease(ctx.actor, obligation));
    const released = await ctx.prisma.obligation.updateMany({
      where: { id: obligationId, releasedAt: null, writtenOffAt: null },
      data: { releasedAt: ctx.clock.now(), releasedBy: actingId(ctx) },
    });
    if (released.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    const { agreement, ...data } = told(ctx, obligation);
    const yuan = Number(obligation.amountFen ?? 0n) / 100;
    await tellOfAgreement(ctx, agreement, { type: 'obligation.released', ...data, yuan });
    return { agreementId: agreement.id };
  });
}

/** The receiver of money no longer waits for it, since the payer is out of service: the register counts it so. */
export async function writeOffAmount(ctx: Context, obligationId: string, reason: string): Promise<Answered> {
  return inTransaction(ctx, async (ctx) => {
    const obligation = await heldObligation(ctx, obligationId);
    ensure(mayWriteOff(ctx.actor, obligation));
    const written = await ctx.prisma.obligation.updateMany({
      where: { id: obligationId, releasedAt: null, writtenOffAt: null },
      data: { writtenOffAt: ctx.clock.now(), writtenOffBy: actingId(ctx), writtenOff: reason },
    });
    if (written.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    const { agreement, ...data } = told(ctx, obligation);
    await tellOfAgreement(ctx, agreement, { type: 'obligation.written-off', ...data, reason });
    return { agreementId: agreement.id };
  });
}
