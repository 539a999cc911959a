import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, EmptyState, Field, Form, PageHeader, Section, TextArea, Time } from '~/components/ui';
import { orderMessages, writeOrderMessage } from '~/domains/workorders/messages/order-messages.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { orderMessages as texts } from '~/i18n/order-messages';
import { useText } from '~/i18n/use-text';

/** Nothing of this page may stay in any cache. */
const notKept = { headers: { 'Cache-Control': 'no-store' } };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => orderMessages(ctx, args.params.id ?? ''));
  return data({ ...page, title: textIn(ctx.locale, texts)('title') }, notKept);
}

export const headers = () => notKept.headers;

const messageSchema = z.object({
  key: z.string().max(64),
  body: z.string().trim().min(2).max(2000),
});

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const workOrderId = args.params.id ?? '';
  return runForm(args, messageSchema, async (input) => {
    await writeOrderMessage(ctx, { workOrderId, ...input });
    const message = textIn(ctx.locale, texts)('flash');
    return redirect(paths.orderMessages(workOrderId), {
      headers: { 'Set-Cookie': await flash(args, message) },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function OrderMessages() {
  const { order, title, threads, isAsker } = useLoaderData<typeof loader>();
  const t = useText(texts);
  return (
    <>
      <PageHeader
        title={title}
        lead={t(isAsker ? 'lead-asker' : 'lead-staff')}
        meta={<Link to={paths.workOrder(order.id)}>{`${order.number} ${order.title}`}</Link>}
      />
      {threads.length === 0 && <EmptyState title={t('nobody')}>{t('nobody-hint')}</EmptyState>}
      {threads.map((thread) => (
        <Thread key={thread.key} thread={thread} />
      ))}
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['threads'][number];

function Thread({ thread: { key, number, messages } }: { thread: Shown }) {
  const { isAsker, mayWrite } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(texts);
  return (
    <Section title={isAsker ? t('with-office') : t('with-asker', { number })}>
      {messages.length === 0 && <p>{t('none')}</p>}
      <ul className="stack">
        {messages.map(({ id, fromAsker, body, createdAt }) => (
          <li key={id} className="panel">
            <p className="field-hint">
              {t(fromAsker ? 'from-asker' : 'from-office')} <Time value={createdAt} />
            </p>
            <p className="pre-line">{body}</p>
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <Form hidden={{ key }} state={state?.values.key === key ? state : undefined}>
          <Field name="body" label={t('body')} hint={t('body-hint')} required>
            <TextArea rows={3} maximum={2000} />
          </Field>
          <Button>{t('send')}</Button>
        </Form>
      ) : (
        <p>{t('office-begins')}</p>
      )}
    </Section>
  );
}
