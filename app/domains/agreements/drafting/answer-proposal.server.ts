import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { organisationsInService } from '../../organisations/index.server';
import { keepVersion } from './keep-version.server';
import { wholeDraft } from './propose-draft.server';
import { fieldsAsked, writeEdited } from './write-terms.server';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { mayDiscussDraft, ownParty } from '../policy';
import { clausesOf, withClause } from '../rules/clauses';
import { clauseNoteLifecycle } from '../lifecycle';
import { agreementSchema } from '../schema';
import { stepOf } from '~/lib/lifecycle';
import type { Prisma } from '~/platform/db/database.server';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const longestText = 30_000;
const shortestText = 20;

export interface NoteAnswer {
  noteId: string;
  decision: 'accept' | 'refuse';
  answer: string;
}

type Note = Prisma.ClauseNoteGetPayload<object>;

interface Answering {
  agreement: HeldAgreement;
  note: Note;
  organisationId: string;
  personId: string;
}

/**
 * Another party accepts what was proposed, or refuses it; it enters the text, as a new version, once all other parties
 * in service have accepted. Who proposed takes it back by refusing. Throws `conflict` where the clause, or the draft as a
 * whole, is no longer the one for which it was proposed.
 */
export async function answerClauseNote(
  ctx: Context,
  agreementId: string,
  { noteId, decision, answer }: NoteAnswer,
): Promise<void> {
  const { actor } = ctx;
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayDiscussDraft(actor, agreement));
    const note = await ctx.prisma.clauseNote.findUnique({ where: { id: noteId } });
    const own = ownParty(actor, agreement);
    if (note?.agreementId !== agreementId || (note.proposed === null && note.fields === null))
      throw new DomainError('not-found');
    if (!own || actor.kind !== 'person') throw new DomainError('signed-out');
    const { organisationId } = own;
    const isOwn = organisationId === note.organisationId || note.personId === actor.personId;
    if (isOwn && decision === 'accept')
      throw new DomainError('forbidden', { reason: 'agreements.other-side-only' });
    if (note.state !== clauseNoteLifecycle.initial)
      throw new DomainError('conflict', { reason: 'already-decided' });
    const answering = { agreement, note, organisationId, personId: actor.personId };
    const isLast = decision === 'refuse' || (await isAcceptedByAll(ctx, answering));
    if (isLast) await decide(ctx, answering, { decision, answer });
    const type = isLast ? ({ accept: 'accepted', refuse: 'refused' } as const)[decision] : 'agreed';
    await tellOfAnswer(ctx, answering, type);
  });
}

async function tellOfAnswer(
  ctx: TransactionContext,
  { agreement, note }: Answering,
  type: 'accepted' | 'refused' | 'agreed',
): Promise<void> {
  const organisation = (ctx.actor.kind === 'person' && ctx.actor.actingFor?.name) || '';
  await (note.clause === wholeDraft
    ? tellOfAgreement(ctx, agreement, { type: `agreement.draft-${type}`, organisation })
    : tellOfAgreement(ctx, agreement, {
        type: `agreement.change-${type}`,
        organisation,
        clause: note.clause,
      }));
}

/** Notes that this party accepts; true once no other party is waited for. Those out of service are not. */
async function isAcceptedByAll(ctx: TransactionContext, answering: Answering): Promise<boolean> {
  const { agreement, note, organisationId, personId } = answering;
  const createdAt = ctx.clock.now();
  const key = { noteId: note.id, organisationId };
  await ctx.prisma.clauseNoteAssent.upsert({
    where: { noteId_organisationId: key },
    create: { ...key, personId, createdAt },
    update: {},
  });
  const assents = await ctx.prisma.clauseNoteAssent.findMany({ where: { noteId: note.id } });
  const given = new Set(assents.map((assent) => assent.organisationId));
  const asked = agreement.parties.map((party) => party.organisationId);
  const inService = await organisationsInService(ctx, asked);
  return inService.every((id) => id === note.organisationId || given.has(id));
}

async function decide(
  ctx: TransactionContext,
  { agreement, note, organisationId, personId }: Answering,
  { decision, answer }: Pick<NoteAnswer, 'decision' | 'answer'>,
): Promise<void> {
  const { from, to } = stepOf(clauseNoteLifecycle, decision);
  const { count } = await ctx.prisma.clauseNote.updateMany({
    where: { id: note.id, state: { in: from } },
    data: {
      ...{ state: to, answer: answer === '' ? null : answer },
      ...{ decidedBy: personId, decidedFor: organisationId, decidedAt: ctx.clock.now() },
    },
  });
  if (count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
  await forgetDone(ctx, note.id);
  if (decision === 'refuse') return;
  if (note.fields !== null) await takeOver(ctx, agreement, { ...note, fields: note.fields });
  else if (note.proposed !== null) await putIntoText(ctx, agreement, { ...note, proposed: note.proposed });
}

/** The proposed draft takes the place of the one for which it was proposed. */
async function takeOver(
  ctx: TransactionContext,
  agreement: HeldAgreement,
  { version, fields }: { version: number; fields: string },
): Promise<void> {
  if (version !== agreement.version)
    throw new DomainError('conflict', { reason: 'agreements.draft-changed' });
  const input = agreementSchema.parse(JSON.parse(fields));
  try {
    // What could be asked for then may no longer be: a day is over, a party out of service.
    await fieldsAsked(ctx, agreement, input);
  } catch (error) {
    // Nobody sees the field of a form that another party sent.
    if (error instanceof DomainError && error.reason !== undefined)
      throw new DomainError('conflict', { reason: error.reason });
    throw error;
  }
  await writeEdited(ctx, agreement, input);
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
