import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import type { HidingDecision } from '../../known-subjects';
import { moderationEvents } from '../events';
import { breaches } from '../grounds';
import type { Because, Breach, Ground } from '../grounds';
import { settleQueueItems } from '../queue/queue.server';
import { recordDecision } from '../record-decision.server';
import { endSanctionsOfHiding } from '../sanctions/end-sanction.server';
import { versionOf } from './version-of.server';

export interface ReportedContent {
  subjectKind: string;
  subjectId: string;
  areaId: string;
  title: string;
  authorId: string;
  hiddenAt: Date | null;
}

type Decision = 'hidden' | 'shown-again' | 'kept';

/**
 * The one decision on all reports of a thing, for the public log and for everyone who reported. Without a report it is
 * taken by a moderator of their own accord, where it changes something. Answers on which ground: what is hidden without
 * one named was reported for it. With what is shown again ends the sanction that was given for hiding it. Throws
 * `conflict` where nothing waits and nothing would change: another has decided.
 */
export async function settleReports(
  ctx: TransactionContext,
  content: ReportedContent,
  { hide, reason, ground: named, unasked = false }: HidingDecision,
): Promise<Ground> {
  const { subjectKind, subjectId, areaId, title, authorId, hiddenAt } = content;
  const decision: Decision = hide ? 'hidden' : hiddenAt ? 'shown-again' : 'kept';
  const ground = hide
    ? (named ?? (await mostReported(ctx, content)))
    : hiddenAt
      ? 'second-look'
      : 'no-breach';
  const because: Because = { ground, words: reason };
  const about = { subjectKind, subjectId, because, concernedId: authorId, decision } as const;
  if (decision === 'shown-again') await endSanctionsOfHiding(ctx, content, reason);
  const settled = await settleQueueItems(ctx, { ...about, kinds: ['report'] });
  if (settled > 0) await answerReports(ctx, content, decision);
  // Whatever makes a moderator show a thing again: an appeal for it has its answer.
  const appeals = hide ? 0 : await settleQueueItems(ctx, { ...about, kinds: ['appeal'] });
  if (settled + appeals > 0) return ground;
  if (!unasked || hide === (hiddenAt !== null))
    throw new DomainError('conflict', { reason: 'already-decided' });
  await recordDecision(ctx, { ...about, kind: 'unasked', areaId, title });
  return ground;
}

/** The ground that most of the waiting reports give. */
async function mostReported(
  ctx: TransactionContext,
  { subjectKind, subjectId }: ReportedContent,
): Promise<Breach> {
  const reported = await ctx.prisma.contentReport.groupBy({
    by: ['ground'],
    where: { subjectKind, subjectId, decidedAt: null },
    _count: true,
    orderBy: [{ _count: { ground: 'desc' } }, { ground: 'asc' }],
  });
  return breaches.find((breach) => breach === reported[0]?.ground) ?? 'other';
}

/**
 * Answers everyone whose report waited, and writes down what was decided on the text as it stands now: it may be another
 * than was reported.
 */
async function answerReports(
  ctx: TransactionContext,
  content: ReportedContent,
  decision: Decision,
): Promise<void> {
  const { subjectKind, subjectId, areaId, title } = content;
  const waiting = { subjectKind, subjectId, decidedAt: null };
  const reports = await ctx.prisma.contentReport.findMany({ where: waiting, select: { reporterId: true } });
  await ctx.prisma.contentReport.updateMany({
    where: waiting,
    data: { decidedAt: ctx.clock.now(), decision, decidedVersion: await versionOf(ctx, content) },
  });
  await appendEvent(ctx, moderationEvents, {
    type: decision === 'hidden' ? 'report.upheld' : 'report.dismissed',
    subjectKind,
    subjectId,
    areaId,
    publicData: { title },
    privateData: { personIds: [...new Set(reports.map(({ reporterId }) => reporterId))] },
  });
}
