import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, PageHeader } from '~/components/ui';
import { NeedFields } from '~/components/care/need-fields';
import { correctNeed } from '~/domains/care/needs/state-need.server';
import { needToCorrect } from '~/domains/care/reads/need-page.query.server';
import { correctSchema } from '~/domains/care/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { fields, revision } = await load(args, () => needToCorrect(ctx, args.params.id ?? ''));
  return { fields, revision, title: textIn(ctx.locale, care)('edit-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, correctSchema, async (input) => {
    await correctNeed(ctx, id, input);
    const message = textIn(ctx.locale, care)('flash-corrected');
    return redirect(paths.careNeed(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CorrectCareNeed() {
  const { fields, revision, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(care);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('new-lead')} />
      <Form state={outcome?.form} initial={fields} revision={revision}>
        <NeedFields />
        <Button size="large">{t('form.save')}</Button>
      </Form>
    </div>
  );
}
