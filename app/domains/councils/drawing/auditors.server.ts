import type { Context, ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { personByEmail } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { holdCouncil, loadCouncil, readQuotas, tellOfCouncil } from '../load-council.server';
import { mayAudit, mayNameAuditor } from '../policy';
import { readPool, toDraw } from './pool.server';
import { readCheck } from './quota-check';
import { featuresOf } from '../rules/parse-quotas';
import { committedIds, poolFile } from '../rules/publishing/council-files';

const mostAuditors = 10;

/** Names somebody who may check the pool with its features; they are told. Throws `invalid` at the field. */
export async function nameAuditor(
  ctx: Context,
  councilId: string,
  { email }: { email: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayNameAuditor(ctx.actor, council));
    const personId = await personByEmail(ctx, email);
    if (personId === null)
      throw new DomainError('invalid', { field: 'email', reason: 'councils.no-such-account' });
    if (council.auditors.some((one) => one.personId === personId)) return;
    if (council.auditors.length >= mostAuditors)
      throw new DomainError('invalid', {
        field: 'email',
        reason: 'councils.too-many-auditors',
        params: { most: mostAuditors },
      });
    const namedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : 'system';
    await ctx.prisma.councilAuditor.create({
      data: { councilId, personId, namedBy, namedAt: ctx.clock.now() },
    });
    await tellOfCouncil(ctx, { council, type: 'council.auditor-named', personIds: [personId] });
  });
}

/**
 * The pool with its features, by numbers, as `gongzhi draw` reads it: of a draw, or of those who volunteered so far (0).
 * That it was read stands on record before it is given out. Who has withdrawn since is not in it, for their features are
 * deleted.
 */
export async function readPoolFile(ctx: Context, councilId: string, draw: number): Promise<string> {
  const file = await poolFileOf(ctx, councilId, draw);
  await inTransaction(ctx, async (ctx) => {
    const council = await loadCouncil(ctx, councilId);
    ensure(mayAudit(ctx.actor, council));
    await tellOfCouncil(ctx, { council, type: 'council.pool-read', publicData: { draw } });
  });
  return file;
}

export interface NeverDrawnPeople {
  /** What would be changed; empty where the bounds stay as they are, or were tried. */
  changes: { feature: string; value: string; bound: 'min' | 'max'; quota: number; change: number }[];
  people: { id: string; values: string[] }[];
}

/**
 * Whom the last check found to sit on no panel, by numbers with their features: as the quotas are, or after each of the
 * smallest changes. That it was read stands on record. Null where nothing was checked.
 */
export async function readNeverDrawn(
  ctx: Context,
  councilId: string,
): Promise<{ features: string[]; tried: string | null; answers: NeverDrawnPeople[] } | null> {
  const council = await loadCouncil(ctx, councilId);
  ensure(mayAudit(ctx.actor, council));
  const check = readCheck(council.check);
  if (!check) return null;
  const pool = await readPool(ctx, council);
  const byId = new Map(pool.people.map(({ person }) => [person.id, person.values]));
  const peopleOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const values = byId.get(id);
      return values ? [{ id, values: [...values] }] : [];
    });
  await inTransaction(ctx, (ctx) =>
    tellOfCouncil(ctx, { council, type: 'council.pool-read', publicData: { draw: 0 } }),
  );
  const { answer, tried = null } = check;
  const answers = answer.feasible
    ? [{ changes: [], people: peopleOf(answer.impossible) }]
    : answer.relaxations.map(({ changes, neverDrawn }) => ({ changes, people: peopleOf(neverDrawn) }));
  return { features: featuresOf(readQuotas(council.quotas)), tried, answers };
}

/** Whether the actor may ask for it. Throws `not-found`, `forbidden`. */
export async function auditedCouncil(ctx: ReadContext, councilId: string) {
  const council = await loadCouncil(ctx, councilId);
  ensure(mayAudit(ctx.actor, council));
  return { id: council.id, title: council.title };
}

async function poolFileOf(ctx: ReadContext, councilId: string, draw: number): Promise<string> {
  const council = await loadCouncil(ctx, councilId);
  ensure(mayAudit(ctx.actor, council));
  const pool = await readPool(ctx, council);
  if (draw === 0) return poolFile(toDraw(council, pool).council);
  const row = await ctx.database.read.councilDraw.findUnique({
    where: { councilId_number: { councilId, number: draw } },
    select: { quotas: true, commitments: true },
  });
  if (!row) throw new DomainError('not-found');
  const listed = committedIds(row.commitments);
  const people = pool.people.map(({ person }) => person).filter(({ id }) => listed.has(id));
  return poolFile({ people, quotas: readQuotas(row.quotas) });
}
