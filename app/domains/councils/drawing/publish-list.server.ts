import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { keepCheck } from './check-quotas.server';
import { checkOf } from './quota-check';
import { sealStated } from './features.server';
import {
  ensureVersion,
  holdCouncil,
  loadCouncil,
  moveCouncil,
  readQuotas,
  tellByName,
  tellOfCouncil,
  touchCouncil,
} from '../load-council.server';
import type { LoadedCouncil } from '../load-council.server';
import { ensureDue } from './name-source.server';
import { mayLearn, mayPublishList } from '../policy';
import { answersIn, ensureSamePool, readPool, toDraw } from './pool.server';
import type { Pool, ToDraw } from './pool.server';
import { reckon } from './reckon.server';
import { ballsFor } from '../rules/lottery/draw-balls';
import { listText } from '../rules/lottery/draw-line';
import { commitmentTo } from '../rules/publishing/commitment';
import { commitmentsFile } from '../rules/publishing/council-files';
import { chanceGroups } from '../rules/publishing/chance-groups';
import { countPublic } from '../rules/publishing/count-public';
import type { CouncilLottery } from '../rules/draw-council';
import type { NoPanel } from '../rules/quota-conflicts/explain-no-panel';
import type { ListInput } from '../schema';

interface Reckoned {
  drawn: ToDraw;
  pool: Pool;
  lottery: CouncilLottery;
}

/** Counts of the first draw alone: see `publicSummary`. */
const summaryOf = ({ drawn, lottery }: Reckoned, isFirst: boolean) => ({
  people: drawn.council.people.length,
  minimum: lottery.minimum,
  minimumOfThePossible: lottery.minimumOfThePossible,
  gini: lottery.gini,
  impossible: lottery.impossible.length,
  certain: lottery.certain.length,
  chances: chanceGroups(lottery.listChances),
  counts: isFirst ? countPublic(drawn.council) : [],
});
export type DrawSummary = ReturnType<typeof summaryOf>;

interface ToWrite {
  candidateId: string;
  chance: number | null;
  sealed: string | null;
}

/**
 * What changes in the rows of the pool, made before anything is held: chances, and from the first list on what was stated
 * with the household of that list, whatever anyone's address becomes.
 */
async function rowsToWrite(ctx: ReadContext, { drawn, pool, lottery }: Reckoned): Promise<ToWrite[]> {
  const place = new Map(drawn.council.people.map(({ id }, at) => [id, at]));
  const rows: ToWrite[] = [];
  for (const [at, { candidateId, person, stated, unfrozen }] of pool.people.entries()) {
    if (at % writtenAtOnce === writtenAtOnce - 1) await ctx.giveWay();
    const chance = lottery.listChances[place.get(person.id) ?? -1] ?? null;
    const sealed = unfrozen ? sealStated(ctx, stated) : null;
    if (chance !== null || sealed !== null) rows.push({ candidateId, chance, sealed });
  }
  return rows;
}

const writtenAtOnce = 100;

/** One statement for a hundred people: the council, and on SQLite the whole portal, is held meanwhile. */
async function writeRows(ctx: TransactionContext, rows: readonly ToWrite[]): Promise<void> {
  for (let at = 0; at < rows.length; at += writtenAtOnce) {
    const some = rows.slice(at, at + writtenAtOnce);
    const places = some.map(() => '(?, CAST(? AS DOUBLE PRECISION), CAST(? AS TEXT))').join(', ');
    await ctx.sql.run(
      `UPDATE "CouncilCandidate" SET
         "chance" = COALESCE(v."column2", "CouncilCandidate"."chance"),
         "sealedFeatures" = COALESCE(v."column3", "CouncilCandidate"."sealedFeatures")
       FROM (VALUES ${places}) AS v WHERE "CouncilCandidate"."id" = v."column1"`,
      some.flatMap(({ candidateId, chance, sealed }) => [candidateId, chance, sealed]),
    );
  }
}

/** The row of the draw, reckoned before anything is held: a list of a thousand panels is long. */
function drawToWrite(council: LoadedCouncil, reckoned: Reckoned) {
  const { drawn, pool, lottery } = reckoned;
  const salts = new Map(pool.people.map(({ person, stated }) => [person.id, stated.salt]));
  return {
    ...{ councilId: council.id, number: council.draws.length + 1, seats: drawn.council.seats },
    quotas: JSON.stringify(drawn.council.quotas),
    kept: JSON.stringify(drawn.kept),
    excluded: JSON.stringify(drawn.excluded),
    listText: listText(lottery.panels),
    listSha256: lottery.listSha256,
    summary: JSON.stringify(summaryOf(reckoned, council.draws.length === 0)),
    commitments: commitmentsFile(
      drawn.council.people.map((person) => [person.id, commitmentTo(person, salts.get(person.id) ?? '')]),
    ),
  };
}

async function tellOfList(
  ctx: TransactionContext,
  council: LoadedCouncil,
  { reckoned, input }: { reckoned: Reckoned; input: Pick<ListInput, 'source' | 'dueAt'> },
): Promise<void> {
  const { drawn, pool, lottery } = reckoned;
  const eventId = await tellOfCouncil(ctx, {
    council,
    type: 'council.listed',
    publicData: {
      ...{ people: drawn.council.people.length, panels: lottery.panels.length, seats: drawn.council.seats },
      ...{ sha256: lottery.listSha256, source: input.source, dueAt: input.dueAt },
      draw: council.draws.length + 1,
    },
  });
  const onList = new Set(drawn.council.people.map(({ id }) => id));
  await tellByName(
    ctx,
    eventId,
    pool.people.flatMap(({ personId, person }) => (personId && onList.has(person.id) ? [personId] : [])),
  );
}

/**
 * Publishes the list of panels of which one line will be drawn, with its SHA-256 and the event that will give the seed:
 * of all seats, or of those that fell vacant. Where no panel keeps to the quotas, why is kept for whoever organises.
 */
export async function publishList(ctx: Context, councilId: string, input: ListInput): Promise<void> {
  const shown = await loadCouncil(ctx, councilId);
  ensure(mayPublishList(ctx.actor, shown, ctx.clock.now()));
  ensureVersion(shown, input.version);
  ensureDue(ctx, input.dueAt);
  if (input.way === 'balls' && ballsFor(shown.panels) === null)
    throw new DomainError('invalid', { field: 'way', reason: 'councils.no-balls' });
  const pool = await readPool(ctx, shown);
  const drawn = toDraw(shown, pool);
  if (drawn.council.people.length === 0)
    throw new DomainError('conflict', { reason: 'councils.nobody-volunteered' });
  const lottery = await reckon(councilId, { council: drawn.council, lines: shown.panels });
  if (!lottery.feasible) return refuse(ctx, shown, { drawn, pool, lottery });
  const reckoned = { drawn, pool, lottery };
  const rows = await rowsToWrite(ctx, reckoned);
  const draw = drawToWrite(shown, reckoned);
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayPublishList(ctx.actor, council, ctx.clock.now()));
    ensureVersion(council, input.version);
    await ensureSamePool(ctx, council, pool);
    if (council.state === 'inviting')
      await moveCouncil(ctx, { council, event: 'list', columns: { check: null } });
    else await touchCouncil(ctx, council, { check: null });
    await writeRows(ctx, rows);
    const { way, source, dueAt } = input;
    await ctx.prisma.councilDraw.create({
      data: { ...draw, way, source, dueAt, listedAt: ctx.clock.now() },
    });
    await tellOfList(ctx, council, { reckoned, input });
  });
}

interface Refused {
  drawn: ToDraw;
  pool: Pool;
  lottery: NoPanel;
}

/** That people are too few tells no feature of theirs; all else is told of enough of them. */
const mayTell = (council: LoadedCouncil, { pool, lottery: { why } }: Refused): boolean =>
  why === 'too-few-people' || council.state !== 'inviting' || mayLearn(answersIn(council, pool)).allowed;

async function refuse(ctx: Context, shown: LoadedCouncil, refused: Refused): Promise<never> {
  if (!mayTell(shown, refused)) throw new DomainError('conflict', { reason: 'councils.no-panel-untold' });
  const { drawn, pool, lottery } = refused;
  const check = checkOf(lottery, {
    ...{ at: ctx.clock.now(), drawn: drawn.council, quotas: readQuotas(shown.quotas) },
    isFirst: shown.state === 'inviting',
  });
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, shown.id);
    ensureVersion(council, shown.version);
    await keepCheck(ctx, council, { check, pool });
  });
  throw new DomainError('conflict', { reason: 'councils.no-panel' });
}
