import type { Context, TransactionContext } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { organisationsInService } from '../../organisations/index.server';
import { enqueueDocument, firstWithDocuments } from '../documents/document-job.server';
import { withoutStamp } from '../documents/keep-document.server';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import { remindOfEnds } from './remind-of-ends.server';
import { remindOfObligations } from './remind-of-obligations.server';
import { unfreeze } from '../signing/undo-freezing.server';
import { dayIn } from '~/lib/time/days';
import type { Prisma } from '~/platform/db/database.server';

const day = 24 * 3600_000;
const atOneTurn = 200;
const remindBeforeDays = 3;

/** What the clock brings about: texts that nobody signed in time, last days that are over, and what has to be reminded of. */
export async function watchAgreements(ctx: Context): Promise<void> {
  await expireUnsigned(ctx);
  await endLapsed(ctx);
  await remindSignatories(ctx);
  await remindOfObligations(ctx);
  await remindOfEnds(ctx);
  await sealLate(ctx);
}

type Held = Awaited<ReturnType<typeof heldAgreement>>;

/** Each of them in a transaction of its own, the oldest first, at most so many in one turn; they are held. */
async function eachHeld(
  ctx: Context,
  where: Prisma.AgreementWhereInput,
  act: (ctx: TransactionContext, agreement: Held) => Promise<void>,
): Promise<void> {
  const found = await ctx.database.read.agreement.findMany({
    where,
    select: { id: true },
    orderBy: { id: 'asc' },
    take: atOneTurn,
  });
  await eachByItself(found, ({ id }) =>
    inTransaction(ctx, async (ctx) => act(ctx, await heldAgreement(ctx, id))),
  );
}

const expireUnsigned = (ctx: Context) =>
  eachHeld(ctx, { state: 'frozen', signBy: { lt: ctx.clock.now() } }, async (ctx, agreement) => {
    await moveAgreement(ctx, agreement, { event: 'expire' });
    await tellOfAgreement(ctx, agreement, { type: 'agreement.expired' });
  });

const endLapsed = (ctx: Context) =>
  eachHeld(ctx, { state: 'in-force', endsAt: { lt: ctx.clock.now() } }, async (ctx, agreement) => {
    await moveAgreement(ctx, agreement, { event: 'lapse' });
    await tellOfAgreement(ctx, agreement, { type: 'agreement.ended', reason: agreement.reason ?? '' });
  });

/** Once, some days before the term to sign ends: those who have not signed. */
async function remindSignatories(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const unreminded = { state: 'frozen', remindedAt: null };
  const soon = { gte: now, lt: new Date(now.getTime() + remindBeforeDays * day) };
  await eachHeld(ctx, { ...unreminded, signBy: soon }, async (ctx, agreement) => {
    const { count } = await ctx.prisma.agreement.updateMany({
      where: { id: agreement.id, ...unreminded },
      data: { remindedAt: now },
    });
    if (count === 0) return;
    const parties = agreement.parties.filter((party) => !party.signedAt);
    await tellOfAgreement(ctx, { ...agreement, parties }, { type: 'agreement.sign-reminder' });
  });
}

/**
 * Once a day each document that should be sealed and is not is made again: its job has given up (a time-stamp server that
 * was away for long), or what it lacked (a font) is there by now.
 */
async function sealLate(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const late = await ctx.database.read.agreement.findMany({
    where: {
      state: 'in-force',
      form: { gte: firstWithDocuments },
      inForceAt: { lt: new Date(now.getTime() - day) },
      OR: [
        { documents: { none: { kind: 'agreement', sealedAt: { not: null } } } },
        { documents: { some: { fault: withoutStamp } } },
      ],
    },
    select: { id: true },
    orderBy: { inForceAt: 'desc' },
    take: atOneTurn,
  });
  const today = dayIn(now, ctx.configuration.timeZone);
  await eachByItself(late, ({ id }) => inTransaction(ctx, (ctx) => enqueueDocument(ctx, id, today)));
}

/**
 * Of an organisation that is out of service: frozen texts that name it go back to the others as drafts. Asked after each
 * event on an organisation; bears repetition.
 */
export async function returnTextsOf(ctx: Context, organisationId: string): Promise<void> {
  const frozen = await ctx.database.read.agreement.findMany({
    where: { state: 'frozen', parties: { some: { organisationId } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await eachByItself(frozen, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      if ((await organisationsInService(ctx, [organisationId])).length > 0) return;
      const agreement = await heldAgreement(ctx, id);
      if (agreement.state !== 'frozen') return;
      const organisation =
        agreement.parties.find((party) => party.organisationId === organisationId)?.name ?? '';
      await unfreeze(ctx, agreement, 'return');
      await tellOfAgreement(ctx, agreement, { type: 'agreement.returned', organisation });
    }),
  );
}
