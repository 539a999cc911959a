import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Button, Field, Form, Notice, PageHeader, TextInput } from '~/components/ui';
import { ToMailbox } from '~/components/account/to-mailbox';
import { requestPasswordReset } from '~/domains/identity/index.server';
import { forgottenSchema } from '~/domains/identity/schema';
import { contextOf } from '~/http/actor.server';
import { showsMailbox } from '~/http/demo-mailbox';
import { runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  return { title: textIn(contextOf(args).locale, identity)('forgotten.title') };
}

export async function action(args: ActionFunctionArgs) {
  return runForm(args, forgottenSchema, async ({ email }) => {
    const ctx = contextOf(args);
    await args.context.attempts.mail(email);
    await requestPasswordReset(ctx, email);
    return { sentTo: email, mailbox: showsMailbox(ctx.configuration) };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ForgottenPassword() {
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  if (outcome && 'sentTo' in outcome) {
    return (
      <div className="narrow stack">
        <PageHeader title={t('forgotten.sent-title')} />
        <Notice kind="success">{t('forgotten.sent', { email: outcome.sentTo })}</Notice>
        {outcome.mailbox && <ToMailbox />}
      </div>
    );
  }
  return (
    <div className="narrow stack">
      <PageHeader title={t('forgotten.title')} lead={t('forgotten.lead')} />
      <Form state={outcome?.form}>
        <Field name="email" label={t('email')} required>
          <TextInput type="email" autoComplete="username" inputMode="email" />
        </Field>
        <Button>{t('forgotten.submit')}</Button>
      </Form>
    </div>
  );
}
