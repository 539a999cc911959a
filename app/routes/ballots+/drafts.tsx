import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { DiscardDraft } from '~/components/ballots/walk/discard-draft';
import { Card, CardList, EmptyState, LinkButton, PageHeader, Time } from '~/components/ui';
import { discardDraft } from '~/domains/ballots/drafting/discard-draft.server';
import { ownBallotDrafts } from '~/domains/ballots/drafting/own-drafts.query.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballotPaths } from '~/paths-ballots';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return {
    drafts: await ownBallotDrafts(ctx),
    title: textIn(ctx.locale, ballotWalk)('drafts-title'),
  };
}

const discardSchema = z.object({ draft: z.string().max(26) });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, discardSchema, async ({ draft }) => {
    await discardDraft(ctx, draft);
    const message = await flash(args, textIn(ctx.locale, ballotWalk)('flash-discarded'));
    return redirect(ballotPaths.drafts, { headers: { 'Set-Cookie': message } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function BallotDrafts() {
  const { drafts, title } = useLoaderData<typeof loader>();
  const t = useText(ballotWalk);
  const b = useText(ballots);
  const begin = <LinkButton to={paths.newBallot}>{b('new')}</LinkButton>;
  return (
    <>
      <PageHeader title={title} lead={t('drafts-lead')} actions={begin} />
      {drafts.length === 0 && <EmptyState title={t('drafts-none')}>{t('drafts-none-hint')}</EmptyState>}
      <CardList label={title}>
        {drafts.map(({ id, step, title, ballotId, left, updatedAt }) => (
          <Card
            key={id}
            headingLevel={2}
            title={title === '' ? t('untitled') : title}
            to={left ? ballotPaths.draftLeft(id) : ballotPaths.draftStep(id, step)}
            meta={
              <>
                <span>{t(ballotId === null ? 'draft-new' : 'draft-change')}</span>
                <span>{left ? t('draft-left') : t('draft-at', { step: t(`step.${step}`) })}</span>
                <span>
                  {t('draft-saved')} <Time value={updatedAt} relative />
                </span>
              </>
            }
            actions={<DiscardDraft id={id} size="small" />}
          />
        ))}
      </CardList>
    </>
  );
}
