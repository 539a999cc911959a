import type { ReadContext } from '../context';
import { excerptOf } from './rules/quotation';

const shownOfASide = 3;

function bestOf(ctx: ReadContext, subject: { kind: string; id: string }, stance: 'for' | 'against') {
  return ctx.database.read.comment.findMany({
    where: {
      subjectKind: subject.kind,
      subjectId: subject.id,
      stance,
      merit: { gt: 0 },
      removedAt: null,
      hiddenAt: null,
    },
    orderBy: [{ merit: 'desc' }, { id: 'asc' }],
    take: shownOfASide,
    select: { id: true, body: true, authorId: true, supportCount: true, opposeCount: true },
  });
}

/** The arguments of each side that stand best by the published rule; a side without support has none. */
export async function bestArguments(ctx: ReadContext, subject: { kind: string; id: string }) {
  const [supporting, opposing] = await Promise.all([
    bestOf(ctx, subject, 'for'),
    bestOf(ctx, subject, 'against'),
  ]);
  const short = ({ body, ...row }: (typeof supporting)[number]) => ({ ...row, words: excerptOf(body, 160) });
  return { for: supporting.map(short), against: opposing.map(short) };
}

/** The pinned summary as it stands, or null; `version` is what an edit must name. */
export async function discussionSummary(ctx: ReadContext, subject: { kind: string; id: string }) {
  return ctx.database.read.discussionSummary.findFirst({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: { version: 'desc' },
  });
}
