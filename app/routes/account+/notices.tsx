import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, CheckboxGroup, Form, PageHeader } from '~/components/ui';
import { keepTopics, mutableTopics, mutedTopics, topicsSchema } from '~/domains/notifications/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { noticeTopics } from '~/i18n/notice-topics';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const muted = await mutedTopics(ctx);
  const kept = mutableTopics.filter((topic) => !muted.includes(topic));
  return { kept, topics: mutableTopics, title: textIn(ctx.locale, noticeTopics)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, topicsSchema, async ({ topics }) => {
    await keepTopics(ctx, topics);
    const message = textIn(ctx.locale, noticeTopics)('flash');
    return redirect(paths.noticeTopics, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Notices() {
  const { kept, topics } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(noticeTopics);
  return (
    <div className="narrow stack">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Form state={state}>
        <CheckboxGroup
          name="topics"
          label={t('topics')}
          choices={topics.map((value) => ({ value, label: t(`topic.${value}`) }))}
          defaultValues={kept}
        />
        <Button>{t('submit')}</Button>
      </Form>
    </div>
  );
}
