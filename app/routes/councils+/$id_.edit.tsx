import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, PageHeader } from '~/components/ui';
import { CouncilFields } from '~/components/councils/council-fields';
import { changeCouncil } from '~/domains/councils/change-council.server';
import { councilToEdit } from '~/domains/councils/council-to-edit.query.server';
import { changeCouncilSchema } from '~/domains/councils/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { fields, revision } = await load(args, () => councilToEdit(ctx, args.params.id ?? ''));
  return { fields, revision, title: textIn(ctx.locale, councils)('edit') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, changeCouncilSchema, async (input) => {
    await changeCouncil(ctx, id, input);
    const message = textIn(ctx.locale, councils)('flash-changed');
    return redirect(paths.council(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function EditCouncil() {
  const { fields, revision, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(councils);
  return (
    <>
      <PageHeader title={title} lead={t('form.lead')} />
      <Form state={outcome?.form} initial={fields} revision={revision}>
        <CouncilFields />
        <Button size="large">{t('save')}</Button>
      </Form>
    </>
  );
}
