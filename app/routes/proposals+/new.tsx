import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice, PageHeader } from '~/components/ui';
import { ProposalEditor } from '~/components/matter/proposal-editor';
import { areaTree } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { proposalFormAction } from '~/http/proposal-actions.server';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { actingFor, homeAreaId, residenceAreaId } = ctx.actor;
  const areaId = actingFor?.areaId ?? homeAreaId ?? residenceAreaId ?? '';
  const title = textIn(ctx.locale, proposals)('new');
  return { areas: await areaTree(ctx), areaId, organisation: actingFor?.name ?? null, title };
}

export const action = (args: ActionFunctionArgs) => proposalFormAction(args);

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewProposal() {
  const { areas, areaId, organisation } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(proposals);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader title={t('new')} lead={t('lead')} />
      {organisation && <Notice>{t('as-organisation', { name: organisation })}</Notice>}
      <ProposalEditor areas={areas} draftId="" draft initial={{ areaId }} state={state} />
    </>
  );
}
