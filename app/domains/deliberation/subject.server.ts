import type { KindAccess, SubjectServer } from '../define-subject.server';
import { keyOfSubject } from '../ledger/index.server';
import { decideReportedComment } from './decide-reported-comment.server';
import { heldInDeliberation } from './held.server';
import { mayReadComment } from './policy';
import { deliberation } from './subject';
import { readableComments } from './visibility';
import { moveCommentsAlong } from './move-along.server';

/** A comment is read where its matter is, and bears its title. */
const comment: KindAccess = {
  table: 'Comment',
  listed: async (ctx, ids, others) => {
    const rows = await ctx.database.read.comment.findMany({
      where: { AND: readableComments(ctx.actor), id: { in: ids } },
      select: { id: true, subjectKind: true, subjectId: true },
    });
    const matterOf = (row: (typeof rows)[number]) => ({ kind: row.subjectKind, id: row.subjectId });
    const read = await others(ctx, rows.map(matterOf));
    return rows.flatMap((row) => {
      const matter = read.get(keyOfSubject(matterOf(row)));
      return matter ? [{ id: row.id, title: matter.title }] : [];
    });
  },
  ruled: async ({ database, actor }, ids) => {
    const rows = await database.read.comment.findMany({ where: { id: { in: ids } } });
    return rows.filter((row) => mayReadComment(actor, row).allowed);
  },
};

export const deliberationServer: SubjectServer = {
  subject: deliberation,
  access: { comment },
  held: heldInDeliberation,
  versions: {
    comment: async (ctx, ids) => {
      const where = { id: { in: [...ids] } };
      const rows = await ctx.database.read.comment.findMany({ where, select: { id: true, version: true } });
      return new Map(rows.map(({ id, version }) => [id, version]));
    },
  },
  movesAlong: moveCommentsAlong,
  reports: {
    comment: (ctx, commentId, decision) => decideReportedComment(ctx, { commentId, ...decision }),
  },
};
