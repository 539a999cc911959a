import type { ReadContext } from '../../context';
import { commentsSince } from '../../deliberation/index.server';
import { lettersSince } from './waiting-agreements.server';
import type { ReadDraft } from './waiting-agreements.server';

interface Letter {
  agreementId: string;
  title: string;
  /** Whose turn it is to answer. */
  organisationId: string;
  anchor: string;
  at: Date;
}

interface Word {
  /** Of one's own organisation; else of another party. */
  isOwn: boolean;
  at: Date;
  anchor: string;
}

interface Ours {
  organisationId: string;
  personIds: ReadonlySet<string>;
}

/** What was said on a draft: notes on clauses, answers to proposals, and the comments under it. */
function wordsOn(
  { clauseNotes }: ReadDraft,
  comments: Awaited<ReturnType<typeof commentsSince>>,
  { organisationId: own, personIds }: Ours,
): Word[] {
  const notes = clauseNotes.flatMap((note): Word[] => {
    // What was said for an organisation that was merged since is one's own, too.
    const isOwn = note.organisationId === own || personIds.has(note.personId);
    const anchor = `#clause-${note.clause}`;
    const answers = note.assents.filter((assent) => assent.organisationId === own);
    const answeredAt = note.decidedFor === own ? note.decidedAt : null;
    // Proposals wait by themselves; as words they count for who wrote them.
    const said = isOwn || note.state === 'noted' ? [{ isOwn, at: note.createdAt, anchor }] : [];
    return [
      ...said,
      ...[...answers.map(({ createdAt }) => createdAt), ...(answeredAt ? [answeredAt] : [])].map((at) => ({
        ...{ isOwn: true, at, anchor },
      })),
    ];
  });
  const said = comments.map(({ authorId, organisationId, createdAt: at }) => ({
    isOwn: organisationId === null ? personIds.has(authorId) : organisationId === own,
    ...{ at, anchor: '#comments' },
  }));
  return [...notes, ...said];
}

/** Where the last word on a draft is another party's, not older than thirty days. */
export async function unansweredLetters(
  ctx: ReadContext,
  drafts: readonly ReadDraft[],
  ours: readonly Ours[],
): Promise<Letter[]> {
  const since = lettersSince(ctx);
  const ids = drafts.map(({ id }) => id);
  const comments = await commentsSince(ctx, { kind: 'agreement', ids, since });
  return drafts.flatMap((draft) =>
    ours
      .filter(({ organisationId }) => draft.parties.some((party) => party.organisationId === organisationId))
      .flatMap((own): Letter[] => {
        const on = comments.filter(({ subjectId }) => subjectId === draft.id);
        const words = wordsOn(draft, on, own);
        const [last] = words.sort((one, other) => other.at.getTime() - one.at.getTime());
        if (!last || last.isOwn || last.at < since) return [];
        const { organisationId } = own;
        const { anchor, at } = last;
        return [{ agreementId: draft.id, title: draft.title, organisationId, anchor, at }];
      }),
  );
}
