import type { Context, TransactionContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { copyAttachments } from '../../files/index.server';
import { attachmentKind } from './attachment-kind';
import { agreementLifecycle } from '../lifecycle';
import { tellOfAgreement } from '../move-agreement.server';
import { keepVersion } from './keep-version.server';
import { asInherited, heirsOf } from '../living/heirs.query.server';
import { mayReadAgreement, mayTakeUp } from '../policy';
import type { Continuation } from '../policy';
import type { Prisma } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';

/**
 * Makes a new draft from the text of an agreement: of one that ended without coming into force or is over (`retaken`),
 * or of one in force, to change it (`amendment`) or to go on after its last day (`renewal`), by the same signing. The
 * acting party is the one that began the new one; where a party was merged, the organisation that goes on stands in its
 * place. Answers its id.
 */
export async function takeUpAgreement(ctx: Context, agreementId: string, as: Continuation): Promise<string> {
  return doOnce(ctx, `agreement.${as}`, (ctx) => continueAgreement(ctx, { agreementId, as }));
}

interface Continued {
  agreementId: string;
  as: Continuation;
  /** What is promised beside what stands there. */
  more?: { organisationId: string; text: string; dueAt: Date | null };
}

type Promised = Pick<
  Prisma.ObligationGetPayload<object>,
  'organisationId' | 'text' | 'dueAt' | 'amountFen' | 'payerId' | 'state'
>;

/** What the new draft promises; what was kept already is not promised a second time. */
function promisesOf(old: readonly Promised[], { as, more }: Pick<Continued, 'as' | 'more'>) {
  const kept = as === 'retaken' ? old : old.filter(({ state }) => state !== 'done');
  const added = more ? [{ ...more, amountFen: null, payerId: null }] : [];
  return [...kept, ...added].map(({ organisationId, text, dueAt, amountFen, payerId }, position) => ({
    ...{ id: newId(new Date(position)), organisationId, text, dueAt, amountFen, payerId, position },
  }));
}

/** The same within the transaction of a larger act. */
export async function continueAgreement(
  ctx: TransactionContext,
  { agreementId, as, more }: Continued,
): Promise<string> {
  const { actor } = ctx;
  const now = ctx.clock.now();
  const id = newId(now);
  const old = await ctx.prisma.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: { orderBy: { position: 'asc' } }, obligations: { orderBy: { position: 'asc' } } },
  });
  if (!old || !mayReadAgreement(actor, old).allowed) throw new DomainError('not-found');
  const heirs = await heirsOf(ctx, old);
  ensure(mayTakeUp(actor, { ...old, heirs: [...heirs.values()].map((heir) => heir.id) }, as));
  if (actor.kind !== 'person' || !actor.actingFor) throw new DomainError('signed-out');
  const { title, areaId, proposalId, body, bodyHtml, template, signingOrder, signDays } = old;
  const partyIds = new Set(
    old.parties.map(({ organisationId }) => heirs.get(organisationId)?.id ?? organisationId),
  );
  const parties = [...partyIds].map((organisationId, position) => ({ organisationId, position }));
  const promised = old.obligations.map((row) => asInherited(row, heirs));
  await ctx.prisma.agreement.create({
    data: {
      ...{ id, title, areaId, proposalId, body, bodyHtml, template, signingOrder, signDays },
      ...{
        state: agreementLifecycle.initial,
        createdBy: actor.personId,
        organisationId: actor.actingFor.organisationId,
      },
      ...{ createdAt: now, updatedAt: now, continuesId: agreementId, continuesAs: as },
      endsAt: as === 'renewal' ? null : old.noticeOf ? null : old.endsAt,
      parties: { create: parties },
      obligations: { create: promisesOf(promised, { as, more }) },
    },
  });
  await copyAttachments(ctx, { subjectKind: attachmentKind, from: agreementId, to: id });
  await keepVersion(ctx, id);
  await tellOfAgreement(ctx, { id, title, areaId, proposalId, parties }, { type: 'agreement.drafted' });
  return id;
}
