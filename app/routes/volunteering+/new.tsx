import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  Field,
  Form,
  LinkButton,
  MarkdownEditor,
  Notice,
  PageHeader,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { organisationProposals } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { opportunitySchema } from '~/domains/volunteering/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { reasons } from '~/i18n/reasons';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { actingFor } = ctx.actor;
  const [areas, proposals] = await Promise.all([
    areaChoices(ctx, { chosen: [actingFor?.areaId] }),
    actingFor ? organisationProposals(ctx, actingFor.areaId) : [],
  ]);
  const asked = new URL(args.request.url).searchParams.get('proposal') ?? '';
  const title = textIn(ctx.locale, volunteering)('new');
  return {
    areas,
    proposals,
    asked,
    organisation: actingFor?.name ?? null,
    areaId: actingFor?.areaId ?? '',
    title,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, opportunitySchema, async (input) => {
    const id = await publishOpportunity(ctx, input);
    const message = textIn(ctx.locale, volunteering)('flash-published');
    return redirect(paths.opportunity(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewOpportunity() {
  const { areas, areaId, proposals, asked, organisation } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(volunteering);
  const r = useText(reasons);
  const i = useText(identity);
  if (organisation === null) {
    return (
      <>
        <PageHeader title={t('new')} />
        <Notice kind="warning">{r('volunteering.act-for-organisation')}</Notice>
        <LinkButton to={paths.actFor}>{i('account.act-for')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('new')} lead={t('form.for', { name: organisation })} />
      <Form state={outcome?.form} initial={{ areaId, proposalId: asked, minimumAge: '16' }}>
        <Field name="title" label={t('form.title')} required>
          <TextInput maxLength={60} />
        </Field>
        <Field name="body" label={t('form.body')} required>
          <MarkdownEditor rows={6} maximum={10_000} />
        </Field>
        <AreaField name="areaId" label={t('form.area')} required areas={areas} />
        <Field name="place" label={t('form.place')}>
          <TextInput maxLength={100} />
        </Field>
        <Field name="proposalId" label={t('form.proposal')}>
          <Select
            placeholder={t('form.no-proposal')}
            options={proposals.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Field>
        <Field name="risks" label={t('form.risks')} hint={t('form.risks-hint')} required>
          <TextArea rows={3} maximum={1000} />
        </Field>
        <Field name="requirements" label={t('form.requirements')}>
          <TextArea rows={2} maximum={1000} />
        </Field>
        <Field name="minimumAge" label={t('form.minimum-age')} required>
          <TextInput type="number" min={0} max={80} />
        </Field>
        <Button size="large">{t('form.submit')}</Button>
      </Form>
    </>
  );
}
