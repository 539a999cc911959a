import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  Checkbox,
  EmptyState,
  Field,
  Form,
  Notice,
  OrganisationField,
  PageHeader,
  TextArea,
} from '~/components/ui';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';
import { mergeChoices } from '~/domains/organisations/merge-choices.query.server';
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
  const { id, name, openOrders, organisations } = await load(args, () =>
    mergeChoices(ctx, args.params.id ?? ''),
  );
  return { id, openOrders, organisations, title: textIn(ctx.locale, community)('merge-title', { name }) };
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
  const { id, openOrders, organisations, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(community);
  const cannot = openOrders > 0 ? 'orders' : organisations.few?.length === 0 ? 'none' : null;
  if (cannot)
    return (
      <>
        <PageHeader title={title} lead={t('merge-lead')} />
        <EmptyState
          title={t(`merge-${cannot}`, { count: openOrders })}
          action={<Link to={paths.organisation(id)}>{t('merge-back')}</Link>}
        >
          <p>{t(`merge-${cannot}-why`)}</p>
        </EmptyState>
      </>
    );
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
