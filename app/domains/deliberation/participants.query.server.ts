import type { ReadContext } from '../context';
import { displayNames } from '../identity/index.server';
import type { Candidate } from '~/lib/texts/find-mentions';
import { excerptOf } from './rules/quotation';

const most = 300;

export interface Discussion {
  kind: string;
  id: string;
  /** Whose matter it is: they take part from the start. */
  authorIds: readonly string[];
}

export interface Participant extends Candidate {
  /** Where two bear one name: how the last comment of this one begins. */
  words: string | null;
}

function lastComments(ctx: ReadContext, { kind, id }: Discussion) {
  return ctx.database.sql.all<{ authorId: string; last: string }>(
    `SELECT "authorId", MAX("id") AS "last" FROM "Comment"
     WHERE "subjectKind" = ? AND "subjectId" = ? AND "removedAt" IS NULL AND "hiddenAt" IS NULL
     GROUP BY "authorId" ORDER BY MAX("id") DESC LIMIT ${most}`,
    [kind, id],
  );
}

async function wordsOf(ctx: ReadContext, commentIds: readonly string[]): Promise<Map<string, string>> {
  if (commentIds.length === 0) return new Map();
  const rows = await ctx.database.read.comment.findMany({
    where: { id: { in: [...commentIds] } },
    select: { authorId: true, body: true },
  });
  return new Map(rows.map((row) => [row.authorId, excerptOf(row.body, 24)]));
}

/** Who takes part in a discussion, other than the actor: those who commented last first, and those whose matter it is. */
export async function participantsOf(ctx: ReadContext, discussion: Discussion): Promise<Participant[]> {
  const commented = await lastComments(ctx, discussion);
  const ids = [...new Set([...discussion.authorIds, ...commented.map((row) => row.authorId)])];
  const names = await displayNames(ctx, ids);
  const bearers = new Map<string, number>();
  for (const name of Object.values(names)) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const shared = (personId: string) => (bearers.get(names[personId] ?? '') ?? 0) > 1;
  const words = await wordsOf(
    ctx,
    commented.filter((row) => shared(row.authorId)).map((row) => row.last),
  );
  const me = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  return ids.flatMap((personId) => {
    const name = names[personId];
    return name === undefined || personId === me
      ? []
      : [{ personId, name, words: words.get(personId) ?? null }];
  });
}
