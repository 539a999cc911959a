import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { PageFields } from '~/components/pages/page-fields';
import { Button, Field, Form, PageHeader, TextInput } from '~/components/ui';
import { beginGuide, pagesDesk } from '~/domains/pages/index.server';
import { newGuideSchema } from '~/domains/pages/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { portalPages } from '~/i18n/portal-pages';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  await load(args, () => pagesDesk(ctx));
  return { title: textIn(ctx.locale, portalPages)('new-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, newGuideSchema, async (input) => {
    const id = await beginGuide(ctx, input);
    const message = textIn(ctx.locale, portalPages)('saved-flash');
    return redirect(paths.editPage(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewGuide() {
  const { title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(portalPages);
  return (
    <>
      <PageHeader above={<Link to={paths.pagesDesk}>{t('desk')}</Link>} title={title} lead={t('new-lead')} />
      <Form state={outcome && 'form' in outcome ? outcome.form : undefined}>
        <Field name="id" label={t('field.id')} hint={t('field.id-hint')} required>
          <TextInput maxLength={40} />
        </Field>
        <PageFields />
        <Button size="large">{t('save')}</Button>
      </Form>
    </>
  );
}
