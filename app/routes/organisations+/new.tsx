import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaSelect, Button, Field, Form, PageHeader, Select, TextArea, TextInput } from '~/components/ui';
import { organisationKinds } from '~/domains/actor';
import { registerOrganisation } from '~/domains/organisations/organisation.server';
import { organisationSchema } from '~/domains/organisations/schema';
import { areaTree } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/http/paths';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return { areas: await areaTree(ctx), title: textIn(ctx.locale, community)('organisations.new') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, organisationSchema, async (input) => {
    const id = await registerOrganisation(ctx, input);
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
      <Form state={outcome?.form}>
        <Field name="kind" label={t('kind')} required>
          <Select options={organisationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Field>
        <Field name="name" label={t('form.name')} hint={t('form.name-hint')} required>
          <TextInput maxLength={60} autoComplete="organization" />
        </Field>
        <Field name="creditCode" label={t('form.credit-code')} hint={t('form.credit-code-hint')} required>
          <TextInput autoCapitalize="characters" spellCheck={false} />
        </Field>
        <Field name="areaId" label={t('form.area')} required>
          <AreaSelect areas={areas} />
        </Field>
        <Field name="about" label={t('form.about')} required>
          <TextArea rows={4} maximum={2000} />
        </Field>
        <Field name="contact" label={t('form.contact')} hint={t('form.contact-hint')}>
          <TextInput maxLength={200} />
        </Field>
        <Button size="large">{t('form.submit')}</Button>
      </Form>
    </>
  );
}
