import type { PersonContext } from '../../define-subject.server';
import type { OwnMatter } from '../../waiting';
import { hasKey, textIn } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';

const most = 10;

/** What the person asked last, with its number, and where each stands. */
export async function ownFeedback(ctx: PersonContext): Promise<OwnMatter[]> {
  const rows = await ctx.database.read.feedback.findMany({
    where: { authorId: ctx.actor.personId },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, number: true, title: true, state: true, createdAt: true },
  });
  const t = textIn(ctx.locale, feedback);
  return rows.map(({ id, number, title, state, createdAt: at }) => {
    const [here, next] = [`state.${state}`, `next.${state}`];
    return {
      ...{ kind: 'feedback' as const, id, title, number, at },
      state: hasKey(feedback, here) ? t(here) : state,
      next: hasKey(feedback, next) ? t(next) : '',
    };
  });
}
