import type { Context, ReadContext, TransactionContext } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { attachPictures, documentsOf, picturesOf } from '../files/index.server';
import { displayNames, officersOf } from '../identity/index.server';
import { membersOf } from '../organisations/index.server';
import { loadWorkOrder, orderParts, stepFacts, tellOfOrder } from './steps/move-work-order.server';
import type { LoadedWorkOrder } from './steps/move-work-order.server';
import { orderReaders, partiesOf } from './policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { trailOf } from '~/lib/geo/division-code';
import { findMentions } from '~/lib/texts/find-mentions';
import { holdsRole } from '../actor';
import type { Actor } from '../actor';
import { newId } from '~/platform/ids';

/** Whoever works on the order: its coordinators and the staff of its area, its department, those who help or are called. */
export function mayReadNotes(actor: Actor, order: Parameters<typeof stepFacts>[0]): Decision {
  const facts = stepFacts(order);
  const isStaff = [facts.areaId, facts.handlingAreaId].some((id) => holdsRole(actor, orderReaders, id));
  return isStaff || partiesOf(actor, facts).length > 0 ? allow : deny('workbench.staff-only');
}

/** Those who work on the order and may be mentioned. */
async function colleagues(ctx: TransactionContext, order: LoadedWorkOrder) {
  const officers = await officersOf(ctx, trailOf(order.handlingAreaId || order.areaId));
  const departments = [order.departmentId ?? '', ...order.helpers.map((row) => row.departmentId)];
  const members = await membersOf(ctx, departments);
  const names = await displayNames(ctx, [...officers, ...members.map(({ personId }) => personId)]);
  return Object.entries(names).map(([id, displayName]) => ({ id, displayName }));
}

/** Whom the text names by @; of several who bear a name it means each: a note has no list to choose from. */
function namedBy(body: string, people: readonly { id: string; displayName: string }[]): string[] {
  const candidates = people.map(({ id, displayName }) => ({ personId: id, name: displayName }));
  const { personIds, ambiguous } = findMentions(body, candidates, []);
  const meant = (person: (typeof people)[number]) =>
    personIds.includes(person.id) || ambiguous.includes(person.displayName);
  return people.filter(meant).map(({ id }) => id);
}

/** Writes an internal note; colleagues whom it names by @ are told. `fileIds` are the actor's own pictures and documents. */
export async function addNote(
  ctx: Context,
  input: { workOrderId: string; body: string; fileIds: string[] },
): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const authorId = ctx.actor.personId;
  await doOnce(ctx, 'work-order.note', async (ctx) => {
    const order = await loadWorkOrder(ctx, input.workOrderId);
    ensure(mayReadNotes(ctx.actor, order));
    const now = ctx.clock.now();
    const id = newId(now);
    await ctx.prisma.workOrderNote.create({
      data: { id, workOrderId: order.id, authorId, body: input.body, createdAt: now },
    });
    await attachPictures(ctx, {
      subjectKind: 'work-order-note',
      subjectId: id,
      fileIds: input.fileIds,
    });
    const people = await colleagues(ctx, order);
    const personIds = namedBy(input.body, people).filter((personId) => personId !== authorId);
    if (personIds.length > 0)
      await tellOfOrder(ctx, { order, type: 'work-order.mentioned', told: { personIds } });
    return id;
  });
}

/** The notes on an order, the oldest first, with their authors, pictures and documents. Throws `forbidden` to outsiders. */
export async function notesOf(ctx: ReadContext, workOrderId: string) {
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id: workOrderId },
    include: orderParts,
  });
  if (!order) throw new DomainError('not-found');
  ensure(mayReadNotes(ctx.actor, order));
  const notes = await ctx.database.read.workOrderNote.findMany({
    where: { workOrderId: order.id },
    orderBy: { id: 'asc' },
    take: 200,
  });
  const names = await displayNames(
    ctx,
    notes.map((note) => note.authorId),
  );
  return Promise.all(
    notes.map(async (note) => ({
      id: note.id,
      body: note.body,
      createdAt: note.createdAt,
      author: names[note.authorId] ?? '',
      pictures: await picturesOf(ctx, 'work-order-note', note.id),
      documents: await documentsOf(ctx, 'work-order-note', note.id),
    })),
  );
}

/** Throws unless the actor works on the order that the note is about. */
export async function ensureReadsNote(ctx: ReadContext, noteId: string): Promise<void> {
  const note = await ctx.database.read.workOrderNote.findUnique({ where: { id: noteId } });
  if (!note) throw new DomainError('not-found');
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id: note.workOrderId },
    include: orderParts,
  });
  if (!order) throw new DomainError('not-found');
  ensure(mayReadNotes(ctx.actor, order));
}
