import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { keepVersion } from './keep-version.server';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { mayEditAgreement, ownParty } from '../policy';
import { clausesOf, withClause } from '../rules/clauses';
import { clauseNoteLifecycle } from '../lifecycle';
import { stepOf } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const longestText = 30_000;
const shortestText = 20;

export interface NoteInput {
  clause: number;
  text: string;
  /** Other words for the clause; empty for a comment. */
  proposed: string;
}

/** A party comments on a clause of the draft, or proposes other words for it. Answers the note's id. */
export async function noteClause(ctx: Context, agreementId: string, input: NoteInput): Promise<string> {
  const { actor } = ctx;
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'agreement.note', async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayEditAgreement(actor, agreement));
    const own = ownParty(actor, agreement);
    if (!own || actor.kind !== 'person') throw new DomainError('signed-out');
    const clause = clausesOf(agreement.body).find(({ number }) => number === input.clause);
    if (!clause) throw new DomainError('invalid', { field: 'clause', reason: 'agreements.unknown-clause' });
    const proposed = input.proposed === '' || input.proposed === clause.source ? null : input.proposed;
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

export interface NoteAnswer {
  noteId: string;
  decision: 'accept' | 'refuse';
  answer: string;
}

/**
 * Another party accepts a proposal of change, which then stands in the text as a new version, or refuses it. Throws
 * `conflict` where the clause is no longer the one for which it was proposed.
 */
export async function answerClauseNote(
  ctx: Context,
  agreementId: string,
  { noteId, decision, answer }: NoteAnswer,
): Promise<void> {
  const { actor } = ctx;
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayEditAgreement(actor, agreement));
    const note = await ctx.prisma.clauseNote.findUnique({ where: { id: noteId } });
    const own = ownParty(actor, agreement);
    if (note?.agreementId !== agreementId || note.proposed === null) throw new DomainError('not-found');
    if (!own || actor.kind !== 'person') throw new DomainError('signed-out');
    const isOwn = own.organisationId === note.organisationId || note.personId === actor.personId;
    if (isOwn && decision === 'accept')
      throw new DomainError('forbidden', { reason: 'agreements.other-side-only' });
    const { from, to } = stepOf(clauseNoteLifecycle, decision);
    const { count } = await ctx.prisma.clauseNote.updateMany({
      where: { id: noteId, state: { in: from } },
      data: {
        ...{ state: to, answer: answer === '' ? null : answer },
        ...{ decidedBy: actor.personId, decidedFor: own.organisationId, decidedAt: ctx.clock.now() },
      },
    });
    if (count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await forgetDone(ctx, noteId);
    if (decision === 'accept') await putIntoText(ctx, agreement, { ...note, proposed: note.proposed });
    const organisation = actor.actingFor?.name ?? '';
    const type = decision === 'accept' ? 'agreement.change-accepted' : 'agreement.change-refused';
    await tellOfAgreement(ctx, agreement, { type, organisation, clause: note.clause });
  });
}

/** Puts the proposed words in place of the clause that they were proposed for. */
async function putIntoText(
  ctx: TransactionContext,
  agreement: HeldAgreement,
  { quoted, proposed, clause: meant }: { quoted: string; proposed: string; clause: number },
): Promise<void> {
  const same = clausesOf(agreement.body).filter((one) => one.source === quoted);
  // Of two clauses in the same words the one that was meant.
  const clause = same.find((one) => one.number === meant) ?? same[0];
  if (!clause) throw new DomainError('conflict', { reason: 'agreements.clause-changed' });
  const body = withClause(agreement.body, clause.number, proposed);
  if (body.length > longestText || body.trim().length < shortestText)
    throw new DomainError('conflict', { reason: 'agreements.text-length' });
  await moveAgreement(ctx, agreement, {
    event: 'edit',
    data: {
      ...{ body, bodyHtml: renderMarkdown(body), version: agreement.version + 1 },
      updatedAt: ctx.clock.now(),
    },
  });
  await keepVersion(ctx, agreement.id);
}
