import type { Context } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { heldAgreement, tellOfAgreement } from '../move-agreement.server';
import { mayDiscussDraft, mayEditAgreement, ownParty } from '../policy';
import { clausesOf } from '../rules/clauses';
import { newId } from '~/platform/ids';

export interface NoteInput {
  clause: number;
  text: string;
  /** Other words for the clause; empty for a comment. */
  proposed: string;
}

/**
 * A party comments on a clause of the draft, or, where it may, proposes other words for it. Answers the note's id.
 */
export async function noteClause(ctx: Context, agreementId: string, input: NoteInput): Promise<string> {
  const { actor } = ctx;
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'agreement.note', async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayDiscussDraft(actor, agreement));
    const own = ownParty(actor, agreement);
    if (!own || actor.kind !== 'person') throw new DomainError('signed-out');
    const clause = clausesOf(agreement.body).find(({ number }) => number === input.clause);
    if (!clause) throw new DomainError('invalid', { field: 'clause', reason: 'agreements.unknown-clause' });
    const proposed = input.proposed === '' || input.proposed === clause.source ? null : input.proposed;
    if (proposed !== null) ensure(mayEditAgreement(actor, agreement));
    await ctx.prisma.clauseNote.create({
      data: {
        ...{ id, agreementId, version: agreement.version, clause: input.clause, quoted: clause.source },
        ...{ organisationId: own.organisationId, personId: actor.personId, text: input.text, proposed },
        ...{ state: proposed === null ? 'noted' : 'open', createdAt: now },
      },
    });
    const type = proposed === null ? 'agreement.noted' : 'agreement.change-proposed';
    const organisation = actor.actingFor?.name ?? '';
    await tellOfAgreement(ctx, agreement, { type, organisation, clause: input.clause });
    return id;
  });
}
