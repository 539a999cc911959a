import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/ui';
import { ProposalEditor, savedTextIn } from '~/components/proposals/proposal-editor';
import { ensure } from '~/domains/domain-error';
import { proposalPage } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { writeHandle } from '~/http/forms/draft-handle';
import { proposalFormAction } from '~/http/actions/proposal-actions.server';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { proposal } = await load(args, async () => {
    const page = await proposalPage(ctx, args.params.id ?? '');
    ensure(page.may.edit);
    return page;
  });
  const { id, title, body, category, areaId, state, revision } = proposal;
  const initial = {
    title,
    body,
    category,
    areaId,
    place: proposal.place ?? '',
    latitude: proposal.latitude === null ? '' : String(proposal.latitude),
    longitude: proposal.longitude === null ? '' : String(proposal.longitude),
  };
  return {
    ...(await categoriesFor(args)),
    handle: writeHandle(id, revision),
    initial,
    draft: state === 'draft',
    areas: await areaChoices(ctx, { chosen: [areaId] }),
    title: textIn(ctx.locale, proposals)('edit'),
  };
}

export const action = (args: ActionFunctionArgs) => proposalFormAction(args, args.params.id ?? '');

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function EditProposal() {
  const { handle, initial, draft, areas } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(proposals);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const saved = savedTextIn(outcome);
  return (
    <>
      <PageHeader title={t('edit')} />
      <ProposalEditor
        key={saved?.draftId}
        areas={areas}
        draftId={saved?.draftId ?? handle}
        draft={draft}
        saved={saved}
        initial={initial}
        state={state}
      />
    </>
  );
}
