import type { ReadContext } from '../context';
import { keyOfSubject } from '../ledger/index.server';
import type { LoadedMeeting } from './load-meeting.server';
import { mayReadInside } from './policy';
import { pathOfSubject, paths } from '~/paths';

type Item = LoadedMeeting['items'][number];

export interface ShownItem {
  id: string;
  /** Null where the reader may not read what it is about. */
  title: string | null;
  /** Of what kind the thing is; null for points in words. */
  kind: string | null;
  to: string | null;
}

const withheld = ({ id, subjectKind }: Item): ShownItem => ({ id, title: null, kind: subjectKind, to: null });

/** An earlier decision is read where its minutes are: before they are published by those who sat there alone. */
function earlierOf(ctx: ReadContext, item: Item): ShownItem {
  const { earlier } = item;
  if (!earlier) return withheld(item);
  const { meeting } = earlier;
  if (meeting.state !== 'published' && !mayReadInside(ctx.actor, meeting).allowed)
    return { ...withheld(item), kind: 'decision' };
  return {
    ...{ id: item.id, kind: 'decision', title: earlier.motion },
    to: `${paths.meeting(meeting.id)}#decision-${earlier.number}`,
  };
}

/** The agenda as the reader may read it: of what they may not read neither title nor address. */
export async function shownAgenda(ctx: ReadContext, meeting: LoadedMeeting): Promise<ShownItem[]> {
  const keys = meeting.items.flatMap(({ subjectKind: kind, subjectId: id }) =>
    kind && id ? { kind, id } : [],
  );
  const readable = await ctx.subjects.access.readable(ctx, keys);
  return meeting.items.map((item) => {
    const { id, words, subjectKind: kind, subjectId } = item;
    if (item.decisionId !== null) return earlierOf(ctx, item);
    if (!kind || !subjectId) return { id, title: words, kind: null, to: null };
    const subject = readable.get(keyOfSubject({ kind, id: subjectId }));
    // A thing without a title of its own is named by its kind.
    return subject
      ? { id, kind, title: subject.title ?? '', to: pathOfSubject(kind, subjectId) }
      : withheld(item);
  });
}
