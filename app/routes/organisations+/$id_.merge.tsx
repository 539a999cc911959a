import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  Checkbox,
  Field,
  Form,
  Notice,
  OrganisationField,
  PageHeader,
  TextArea,
} from '~/components/ui';
import { DomainError } from '~/domains/domain-error';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';
import { organisationChoices } from '~/domains/organisations/index.server';
import { organisationPage } from '~/domains/organisations/organisation.query.server';
import { mergeSchema } from '~/domains/organisations/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { id, name } = await load(args, async () => {
    const page = await organisationPage(ctx, args.params.id ?? '');
    if (!page.mayMerge) throw new DomainError('forbidden', { reason: 'organisations.administrators-only' });
    return page.organisation;
  });
  return {
    ...{ id, organisations: await organisationChoices(ctx) },
    title: textIn(ctx.locale, community)('merge-title', { name }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const organisationId = args.params.id ?? '';
  return runForm(args, mergeSchema, async ({ intoId, reason }) => {
    await mergeOrganisation(ctx, { organisationId, intoId, reason });
    const message = textIn(ctx.locale, community)('flash-merged');
    return redirect(paths.organisation(intoId), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Merge() {
  const { organisations, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(community);
  return (
    <>
      <PageHeader title={title} lead={t('merge-lead')} />
      <Notice kind="warning">
        <ul>
          {(['members', 'activities', 'agreements', 'care', 'forever'] as const).map((what) => (
            <li key={what}>{t(`merge-${what}`)}</li>
          ))}
        </ul>
      </Notice>
      <Form state={outcome?.form}>
        <OrganisationField name="intoId" label={t('merge-into')} organisations={organisations} required />
        <Field name="reason" label={t('deactivate-reason')} required>
          <TextArea rows={3} maximum={500} />
        </Field>
        <Checkbox name="sure" value="yes" label={t('merge-sure')} />
        <Button>{t('merge')}</Button>
      </Form>
    </>
  );
}
