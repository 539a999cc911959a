import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OrganisationFields } from '~/components/organisations/organisation-fields';
import { Button, Form, PageHeader } from '~/components/ui';
import { registerOrganisation } from '~/domains/organisations/organisation.server';
import { organisationSchema } from '~/domains/organisations/schema';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { takeDocuments } from '~/http/forms/taken-documents.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return { areas: await areaChoices(ctx), title: textIn(ctx.locale, community)('organisations.new') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, organisationSchema, async (input) => {
    const id = await registerOrganisation(ctx, input, await takeDocuments(ctx, form));
    const message = textIn(ctx.locale, community)('flash-registered');
    return redirect(paths.organisation(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewOrganisation() {
  const { areas, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(community);
  return (
    <>
      <PageHeader title={title} lead={t('new-lead')} />
      <Form state={outcome?.form} files>
        <OrganisationFields areas={areas} />
        <Button size="large">{t('form.submit')}</Button>
      </Form>
    </>
  );
}
