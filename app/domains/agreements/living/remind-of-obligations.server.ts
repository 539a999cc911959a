import type { Context, TransactionContext } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { heldAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { reminderBounds, reminderDue } from '../rules/obligation-reminder';
import type { ReminderStage } from '../rules/obligation-reminder';
import { dayIn } from '~/lib/time/days';
import type { Prisma } from '~/platform/db/database.server';
import { cutText } from '~/lib/texts/cut-text';

const atOneTurn = 200;

const events = {
  before: 'obligation.due-soon',
  after: 'obligation.overdue',
  'cure-before': 'obligation.cure-soon',
  'cure-after': 'obligation.cure-over',
  answer: 'obligation.answer-reminder',
  pay: 'obligation.pay-reminder',
} as const satisfies Record<ReminderStage, string>;

/** Rows of which something may have to be reminded: which of them, and of what, the rule says. */
function perhapsDue(now: Date): Prisma.ObligationWhereInput {
  const { dueBefore, cureBefore, reportedBefore, acceptedBefore } = reminderBounds(now);
  const not = (...stages: ReminderStage[]) => ({ OR: [{ reminded: null }, { reminded: { notIn: stages } }] });
  const live = { agreement: { state: 'in-force' } };
  return {
    OR: [
      { ...live, state: 'open', cureBy: null, dueAt: { lt: dueBefore }, reminded: null },
      { ...live, state: 'open', cureBy: null, dueAt: { lt: now }, ...not('after') },
      {
        ...live,
        state: { in: ['open', 'breached'] },
        cureBy: { lt: cureBefore },
        ...not('cure-before', 'cure-after'),
      },
      { ...live, state: { in: ['open', 'breached'] }, cureBy: { lt: now }, ...not('cure-after') },
      {
        ...{ state: 'reported', reportedAt: { lt: reportedBefore }, reminded: null },
        agreement: { state: { in: ['in-force', 'ended'] } },
      },
      {
        ...{ state: 'done', doneAt: { lt: acceptedBefore }, reminded: null, carriedTo: null },
        ...{ payerId: { not: null }, amountFen: { not: null }, releasedAt: null, writtenOffAt: null },
        agreement: { state: { in: ['in-force', 'ended', 'replaced'] } },
      },
    ],
  };
}

type Row = HeldAgreement['obligations'][number];

/** Who has to do something about it; all parties where a day went by. */
function toldOf({ organisationId, payerId }: Row, stage: ReminderStage, agreement: HeldAgreement) {
  const only = (wanted: (id: string) => boolean) =>
    agreement.parties.filter((party) => wanted(party.organisationId));
  if (stage === 'before' || stage === 'cure-before') return only((id) => id === organisationId);
  if (stage === 'answer') return only((id) => id !== organisationId && (payerId === null || id === payerId));
  return stage === 'pay' ? only((id) => id === payerId) : agreement.parties;
}

async function remindOf(ctx: TransactionContext, row: Row): Promise<void> {
  const agreement = await heldAgreement(ctx, row.agreementId);
  const held = agreement.obligations.find(({ id }) => id === row.id);
  const stage = held ? reminderDue(held, ctx.clock.now()) : null;
  if (!held || !stage) return;
  await ctx.prisma.obligation.update({ where: { id: held.id }, data: { reminded: stage } });
  const isCure = stage === 'cure-before' || stage === 'cure-after';
  const day = isCure && held.cureBy ? { day: dayIn(held.cureBy, ctx.configuration.timeZone) } : {};
  const told = { ...agreement, parties: toldOf(held, stage, agreement) };
  await tellOfAgreement(ctx, told, { type: events[stage], obligation: cutText(held.text, 80), ...day });
}

/** Reminds of what is due, of terms to make good, of reports that wait for an answer and of what is to be paid. */
export async function remindOfObligations(ctx: Context): Promise<void> {
  const due = await ctx.database.read.obligation.findMany({
    where: perhapsDue(ctx.clock.now()),
    orderBy: { id: 'asc' },
    take: atOneTurn,
  });
  await eachByItself(due, (row) => inTransaction(ctx, (ctx) => remindOf(ctx, row)));
}
