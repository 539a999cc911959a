import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { residentsAmong } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { moveCandidate } from '../seats/answer-invitation.server';
import {
  ensureVersion,
  holdCouncil,
  moveCouncil,
  tellByName,
  tellOfCouncil,
  touchCouncil,
} from '../load-council.server';
import type { LoadedCouncil } from '../load-council.server';
import { mayDraw } from '../policy';
import { lineOfBalls } from '../rules/lottery/draw-balls';
import { drawLine } from '../rules/lottery/draw-line';

interface Pending {
  number: number;
  way: string;
  listText: string;
  listSha256: string;
}

/** The drawn line, and how it follows from what was drawn or read. Throws `invalid` at the field. */
function lineOf(pending: Pending, { panels }: { panels: number }, seed: string) {
  if (pending.way === 'seed') {
    const { index: line, hash, counter } = drawLine({ listSha256: pending.listSha256, lines: panels }, seed);
    return { seed, line, hash, counter };
  }
  const line = lineOfBalls(panels, seed);
  if (line === null) throw new DomainError('invalid', { field: 'seed', reason: 'councils.not-balls' });
  return { seed, line, hash: null, counter: null };
}

/**
 * Those of the drawn line who are still there get a seat: who has withdrawn, closed the account or moved away leaves it
 * vacant. Answers them, and who of the list did not.
 */
async function giveSeats(
  ctx: TransactionContext,
  council: LoadedCouncil,
  { number, panel }: { number: number; panel: readonly string[] },
) {
  const drawn: string[] = [];
  const others: string[] = [];
  const volunteers = await ctx.prisma.councilCandidate.findMany({
    where: { councilId: council.id, state: 'volunteered' },
    select: { id: true, state: true, number: true, personId: true },
  });
  const onLine = volunteers.filter(({ number }) => number !== null && panel.includes(number));
  const residents = await residentsAmong(
    ctx,
    council.areaId,
    onLine.flatMap(({ personId }) => personId ?? []),
  );
  const seated = new Set(onLine.filter(({ personId }) => residents.has(personId ?? '')));
  for (const one of volunteers) {
    const isDrawn = seated.has(one);
    if (isDrawn) await moveCandidate(ctx, one, { event: 'draw', drawnIn: number });
    if (one.personId) (isDrawn ? drawn : others).push(one.personId);
  }
  return { drawn, others };
}

/**
 * Draws the line that the seed gives, or that the balls named, and seats who stands in it. Whoever has withdrawn since the
 * list was published leaves a seat vacant, which is drawn anew by the same rule. Everybody on the list is told.
 */
export async function drawPanel(
  ctx: Context,
  councilId: string,
  input: { version: number; seed: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayDraw(ctx.actor, council, ctx.clock.now()));
    ensureVersion(council, input.version);
    const pending = await ctx.prisma.councilDraw.findFirst({ where: { councilId, drawnAt: null } });
    if (!pending) throw new DomainError('conflict', { reason: 'councils.no-list' });
    const { number, listSha256 } = pending;
    const given = lineOf(pending, council, input.seed);
    const panel = pending.listText.split('\n')[given.line] ?? '';
    const drawnBy = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
    await ctx.prisma.councilDraw.update({
      where: { councilId_number: { councilId, number } },
      data: { ...given, panel, drawnAt: ctx.clock.now(), drawnBy },
    });
    if (council.state === 'listed') await moveCouncil(ctx, { council, event: 'draw' });
    else await touchCouncil(ctx, council);
    const { drawn, others } = await giveSeats(ctx, council, { number, panel: panel.split(',') });
    await tellOfDraw(ctx, council, { given, drawn, others, sha256: listSha256, draw: number });
  });
}

async function tellOfDraw(
  ctx: TransactionContext,
  council: LoadedCouncil,
  told: {
    given: { seed: string; line: number };
    drawn: string[];
    others: string[];
    sha256: string;
    draw: number;
  },
): Promise<void> {
  const { seed, line } = told.given;
  const { sha256, draw } = told;
  const eventId = await tellOfCouncil(ctx, {
    council,
    type: 'council.drawn',
    publicData: { seed, line, sha256, draw, panels: council.panels },
  });
  await tellByName(ctx, eventId, told.others);
  const toDrawn = await tellOfCouncil(ctx, { council, type: 'council.seat-drawn' });
  await tellByName(ctx, toDrawn, told.drawn);
}
