import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { ensureArea } from '../../territory/index.server';
import { ascendingIds } from '../organising/create-ballot.server';
import { ballotEvents } from '../events';
import { rulesOf } from '../organising/frozen-rules';
import { ballotLifecycle } from '../lifecycle';
import { mayCreateBallot } from '../policy';
import type { PbFile } from '../rules/pb/pb-file';
import { readCountablePb } from '../rules/pb/read-countable-pb';
import { fenOf } from '../organising/terms';
import { completions, importRules, tieRules } from '../vocabulary';
import { importedPaper, importedTerms, importFaults } from './imported-terms';
import type { PbFaults } from './imported-terms';
import { stepOf } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';
import { runInThread } from '~/platform/threads/run-in-thread.server';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';
import { cutText } from '~/lib/texts/cut-text';

export const importPbSchema = z.object({
  areaId: z.string().min(4).max(15),
  title: z.string().trim().max(80).default(''),
  /** `file`: by the rule that the file names, with its minimum. */
  budgetRule: z.enum(importRules).default('equal-shares-cost'),
  completion: z.enum(completions).default('add1'),
  stopWhenExhaustive: z.literal('on').optional(),
  tieRule: z.enum(tieRules).exclude(['draw']).default('order'),
});
export type ImportPb = z.output<typeof importPbSchema>;

const mostProjects = 2000;
const papersAtOnce = 500;
/** An import that has written nothing for so long is broken off. */
const longestPauseMilliseconds = 10 * 60_000;

/**
 * A closed budget ballot from a Pabulib file: its projects, its votes, counted by the chosen rule. Answers the
 * ballot, or what is wrong with the file, line by line, and then nothing was written.
 */
export async function importPb(
  ctx: Context,
  input: ImportPb,
  bytes: Uint8Array,
): Promise<{ id: string } | { faults: PbFaults }> {
  ensure(mayCreateBallot(ctx.actor, input.areaId));
  const reading = await runInThread(
    'read-pb',
    () => bytes,
    () => readCountablePb(bytes),
  );
  if (!reading.ok) return { faults: reading.faults };
  const { file } = reading;
  const faults = importFaults(file, input);
  if (faults.length > 0) return { faults };
  if (file.projects.length > mostProjects)
    throw new DomainError('invalid', { field: 'file', reason: 'ballots.too-many-projects' });
  const id = newId(ctx.clock.now());
  const made = await writeBallot(ctx, { id, input }, file);
  // The same form sent twice: the first one's import goes on.
  if (made !== id) return { id: made };
  try {
    await writePapers(ctx, id, file);
    await finishImport(ctx, id, file);
  } catch (error) {
    await removeImport(ctx, id);
    throw error;
  }
  return { id };
}

const importEnds = (ctx: ReadContext) => new Date(ctx.clock.now().getTime() + longestPauseMilliseconds);

/** Only with every vote of the file the ballot becomes one, and is told of. */
async function finishImport(ctx: Context, id: string, file: PbFile): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const papers = await ctx.prisma.countedPaper.count({ where: { ballotId: id } });
    if (papers !== file.votes.length)
      throw new DomainError('conflict', { field: 'file', reason: 'ballots.import-incomplete' });
    const { from, to } = stepOf(ballotLifecycle, 'import');
    const imported = await ctx.prisma.ballot.updateMany({
      where: { id, state: { in: from } },
      data: { state: to, closesAt: ctx.clock.now() },
    });
    if (imported.count === 0)
      throw new DomainError('conflict', { field: 'file', reason: 'ballots.import-incomplete' });
    const { title, areaId } = await ctx.prisma.ballot.findUniqueOrThrow({ where: { id } });
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.imported',
      subjectKind: 'ballot',
      subjectId: id,
      areaId,
      publicData: { title, projects: file.projects.length, votes: file.votes.length },
    });
  });
}

/** Removes a ballot whose import came to nothing, with what was written of it. */
async function removeImport(ctx: Context, id: string): Promise<void> {
  for (;;) {
    const removed = await inTransaction(ctx, (ctx) =>
      ctx.sql.run(
        `DELETE FROM "CountedPaper" WHERE "ballotId" = ? AND "receipt" IN
           (SELECT "receipt" FROM "CountedPaper" WHERE "ballotId" = ? ORDER BY "receipt" LIMIT ${papersAtOnce})
         AND EXISTS (SELECT 1 FROM "Ballot" WHERE "id" = ? AND "state" = 'importing')`,
        [id, id, id],
      ),
    );
    if (removed === 0) break;
    await ctx.giveWay();
  }
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.ballot.deleteMany({ where: { id, state: 'importing' } });
    await forgetDone(ctx, id);
  });
}

/** Imports that a crash broke off: nobody has written to them for long. */
export async function removeBrokenImports(ctx: Context): Promise<void> {
  const broken = await ctx.database.read.ballot.findMany({
    where: { state: 'importing', closesAt: { lte: ctx.clock.now() } },
    select: { id: true },
  });
  for (const { id } of broken) await removeImport(ctx, id);
}

async function writeBallot(
  ctx: Context,
  { id, input }: { id: string; input: ImportPb },
  file: PbFile,
): Promise<string> {
  const now = ctx.clock.now();
  const about = ['description', 'unit', 'instance'].flatMap((key) => file.meta.get(key) ?? []).join(' · ');
  const title = cutText(input.title || about || 'Pabulib', 80);
  const ids = ascendingIds(now, file.projects.length);
  const options = inTextOrder(file).map((project, position) => ({
    id: ids[position] ?? '',
    ballotId: id,
    position,
    label: cutText(project.fields.get('name') || project.id, 200),
    detail: project.id,
    costFen: fenOf(project.cost),
  }));
  const row = {
    id,
    title,
    question: about || title,
    questionHtml: renderMarkdown(about || title),
    areaId: input.areaId,
    kind: 'budget',
    terms: JSON.stringify(importedTerms(file, input)),
    standing: 'consultation',
    unit: 'person',
    secret: true,
    minimumAge: 0,
    maximumChoices: null,
    quorumPercent: null,
    thresholdPercent: 0,
    percentageBase: 'votes',
    // Papers come in parts: until all are there this is no ballot for anyone.
    state: 'importing',
    opensAt: now,
    closesAt: importEnds(ctx),
    openedAt: now,
    electorateSize: file.votes.length,
    createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
    createdAt: now,
  };
  return doOnce(ctx, 'ballot.import', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    const rules = rulesOf(row, options, file.votes.length);
    await ctx.prisma.ballot.create({ data: { ...row, rules: JSON.stringify(rules) } });
    await ctx.prisma.ballotOption.createMany({ data: options });
    return id;
  });
}

/** Ties by ids as text, as Pabulib's tools break them, become ties by the published order. */
function inTextOrder(file: PbFile) {
  return [...file.projects].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

async function writePapers(ctx: Context, ballotId: string, file: PbFile): Promise<void> {
  const options = await ctx.database.read.ballotOption.findMany({
    where: { ballotId },
    select: { id: true, detail: true },
  });
  const ids = new Map(options.map((option) => [option.detail, option.id]));
  for (let start = 0; start < file.votes.length; start += papersAtOnce) {
    const papers = file.votes.slice(start, start + papersAtOnce).map((vote, index) => ({
      ballotId,
      receipt: `vote${String(start + index + 1).padStart(8, '0')}`,
      choice: JSON.stringify(importedPaper(vote, ids)),
    }));
    await inTransaction(ctx, async (ctx) => {
      await ctx.prisma.countedPaper.createMany({ data: papers });
      await ctx.prisma.ballot.update({ where: { id: ballotId }, data: { closesAt: importEnds(ctx) } });
    });
    await ctx.giveWay();
  }
}
