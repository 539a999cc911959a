import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { Notice, PageHeader } from '~/components/ui';
import { ProposalEditor, savedTextIn } from '~/components/proposals/proposal-editor';
import { originOf } from '~/domains/opinions/index.server';
import { ownDrafts } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { pageTitle } from '~/http/answers/page-title';
import { proposalFormAction } from '~/http/actions/proposal-actions.server';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { conversations } from '~/i18n/conversations';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { actingFor, homeAreaId, residenceAreaId } = ctx.actor;
  const asked = new URL(args.request.url).searchParams.get('statement');
  const origin = await originOf(ctx, asked);
  const areaId = origin?.areaId ?? actingFor?.areaId ?? homeAreaId ?? residenceAreaId ?? '';
  const title = textIn(ctx.locale, proposals)('new');
  const body = origin ? textIn(ctx.locale, conversations)('origin-body', origin) : '';
  return {
    ...(await categoriesFor(args)),
    drafts: origin ? [] : await ownDrafts(ctx),
    areas: await areaChoices(ctx, { chosen: [areaId] }),
    areaId,
    organisation: actingFor?.name ?? null,
    title,
    body,
    statementId: origin?.statementId,
  };
}

export const action = (args: ActionFunctionArgs) => proposalFormAction(args);

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewProposal() {
  const { drafts, areas, areaId, organisation, body, statementId } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(proposals);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const saved = savedTextIn(outcome);
  return (
    <>
      <PageHeader title={t('new')} lead={t('lead')} />
      {organisation && <Notice>{t('as-organisation', { name: organisation })}</Notice>}
      {!saved && <Unfinished drafts={drafts} />}
      <ProposalEditor
        areas={areas}
        key={saved?.draftId}
        draftId={saved?.draftId ?? ''}
        draft
        saved={saved}
        statementId={statementId}
        initial={{ areaId, body }}
        state={state}
      />
    </>
  );
}

/** What was begun before is found again where one begins. */
function Unfinished({ drafts: before }: { drafts: readonly { id: string; title: string }[] }) {
  // As the page began: what is being kept while one writes here is no other draft.
  const [drafts] = useState(before);
  const t = useText(proposals);
  if (drafts.length === 0) return null;
  return (
    <Notice title={t('unfinished')}>
      <ul>
        {drafts.map(({ id, title }) => (
          <li key={id}>
            <Link to={paths.editProposal(id)}>{title || t('state.draft')}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
