import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaBreadcrumbs, Button, Field, Form, PageHeader, TextArea, TextInput } from '~/components/ui';
import { ensure } from '~/domains/domain-error';
import { areaPage, mayPublishArea, publishArea, publishedFields } from '~/domains/territory/index.server';
import { editAreaSchema } from '~/domains/territory/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const area = await load(args, async () => {
    const page = await areaPage(ctx, args.params.id ?? '');
    ensure(mayPublishArea(ctx.actor, page.id));
    return page;
  });
  const { fields: initial, revision } = await load(args, () => publishedFields(ctx, area.id));
  const { name, trail } = area;
  return { name, trail, initial, revision, title: textIn(ctx.locale, community)('area.edit') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, editAreaSchema, async (facts) => {
    await publishArea(ctx, id, facts);
    const message = textIn(ctx.locale, community)('area.flash');
    return redirect(paths.area(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function EditArea() {
  const { name, trail, initial, revision, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(community);
  return (
    <>
      <PageHeader above={<AreaBreadcrumbs areas={trail} />} title={title} lead={name} />
      <Form state={outcome?.form} initial={initial} revision={revision}>
        <Field name="workerName" label={t('area.worker')}>
          <TextInput maxLength={60} />
        </Field>
        <Field name="workerContact" label={t('area.worker-contact')} hint={t('area.worker-hint')}>
          <TextInput maxLength={100} />
        </Field>
        <Field name="supervisionPhone" label={t('area.supervision')}>
          <TextInput maxLength={60} />
        </Field>
        <Field name="contact" label={t('area-contact')}>
          <TextInput maxLength={200} />
        </Field>
        <Field name="matters" label={t('area.matters')} hint={t('area.matters-hint')}>
          <TextArea rows={6} maximum={4000} />
        </Field>
        <Field name="bounds" label={t('area.bounds')} hint={t('area.bounds-hint')}>
          <TextArea rows={6} />
        </Field>
        <Button>{t('area.save')}</Button>
      </Form>
    </>
  );
}
