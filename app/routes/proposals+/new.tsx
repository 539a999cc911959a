import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice, PageHeader } from '~/components/ui';
import { ProposalEditor, savedTextIn } from '~/components/proposals/proposal-editor';
import { originOf } from '~/domains/opinions/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { proposalFormAction } from '~/http/proposal-actions.server';
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
  const { areas, areaId, organisation, body, statementId } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(proposals);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const saved = savedTextIn(outcome);
  return (
    <>
      <PageHeader title={t('new')} lead={t('lead')} />
      {organisation && <Notice>{t('as-organisation', { name: organisation })}</Notice>}
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
