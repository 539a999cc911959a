import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Button, Form, Notice, PageHeader } from '~/components/ui';
import { unsubscribe } from '~/domains/notifications/index.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  return { title: textIn(contextOf(args).locale, community)('unsubscribe.title') };
}

/** One click, from the page or from a mail program (RFC 8058): the token alone says who. */
export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  await load(args, () => unsubscribe(ctx, args.params.token ?? ''));
  return { done: true };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Unsubscribe() {
  const outcome = useActionData<typeof action>();
  const t = useText(community);
  return (
    <div className="narrow stack">
      <PageHeader title={t('unsubscribe.title')} lead={t('unsubscribe.lead')} />
      {outcome?.done ? (
        <Notice kind="success">{t('unsubscribe.done')}</Notice>
      ) : (
        <Form>
          <Button>{t('unsubscribe.submit')}</Button>
        </Form>
      )}
    </div>
  );
}
