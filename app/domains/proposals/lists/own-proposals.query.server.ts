import type { PersonContext } from '../../define-subject.server';
import type { OwnMatter, Waiting } from '../../waiting';
import { ownDrafts } from './proposal-list.query.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { paths } from '~/paths';

const most = 10;

/** The person's unfinished drafts. */
export async function waitingDrafts(ctx: PersonContext): Promise<Waiting[]> {
  return (await ownDrafts(ctx)).map(({ id, title }) => ({
    ...{ ask: 'go-on-writing' as const, id, title, to: paths.editProposal(id), until: null },
  }));
}

/** The person's newest proposals, with where each stands. */
export async function ownProposalMatters(ctx: PersonContext): Promise<OwnMatter[]> {
  const rows = await ctx.database.read.proposal.findMany({
    where: { authorId: ctx.actor.personId, state: { not: 'draft' } },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, title: true, state: true, createdAt: true },
  });
  const t = textIn(ctx.locale, proposals);
  return rows.map(({ id, title, state, createdAt: at }) => {
    const [here, next] = [`state.${state}`, `next.${state}`];
    return {
      ...{ kind: 'proposal' as const, id, title, number: null, at },
      state: hasKey(proposals, here) ? t(here) : state,
      next: hasKey(proposals, next) ? t(next) : '',
    };
  });
}
