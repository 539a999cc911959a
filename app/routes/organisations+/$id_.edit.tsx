import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OrganisationFields } from '~/components/organisations/organisation-fields';
import { Button, Form, Notice, PageHeader } from '~/components/ui';
import { DomainError } from '~/domains/domain-error';
import { organisationPage } from '~/domains/organisations/organisation.query.server';
import { resubmitOrganisation } from '~/domains/organisations/organisation.server';
import { organisationSchema } from '~/domains/organisations/schema';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { takeDocuments } from '~/http/forms/taken-documents.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const organisation = await load(args, async () => {
    const page = await organisationPage(ctx, args.params.id ?? '');
    if (!page.mayResubmit) throw new DomainError('forbidden', { reason: 'organisations.not-refused' });
    return page.organisation;
  });
  const { kind, name, creditCode, areaId, about, contact, reason } = organisation;
  return {
    initial: { kind, name, creditCode, areaId, about, contact: contact ?? '' },
    reason: reason ?? '',
    areas: await areaChoices(ctx, { chosen: [areaId] }),
    title: textIn(ctx.locale, community)('resubmit'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const form = await readForm(args.request);
  return runForm(args, organisationSchema, async (input) => {
    await resubmitOrganisation(ctx, id, { ...input, fileIds: await takeDocuments(ctx, form) });
    const message = textIn(ctx.locale, community)('flash-registered');
    return redirect(paths.organisation(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Resubmit() {
  const { initial, reason, areas, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(community);
  return (
    <>
      <PageHeader title={title} lead={t('new-lead')} />
      <Notice kind="warning">{t('refused-because', { reason })}</Notice>
      <Form state={outcome?.form} initial={initial} files>
        <OrganisationFields areas={areas} />
        <Button size="large">{t('resubmit')}</Button>
      </Form>
    </>
  );
}
