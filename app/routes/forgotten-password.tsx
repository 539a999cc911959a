import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, PageHeader, TextInput } from '~/components/ui';
import { MailSent, NoMail } from '~/components/account/mail-sent';
import { requestPasswordReset } from '~/domains/identity/index.server';
import { forgottenSchema } from '~/domains/identity/schema';
import { contextOf } from '~/http/actor.server';
import { whereMailGoes } from '~/http/answers/where-mail-goes';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  const { locale, configuration } = contextOf(args);
  return { title: textIn(locale, identity)('forgotten.title'), goes: whereMailGoes(configuration) };
}

export async function action(args: ActionFunctionArgs) {
  return runForm(args, forgottenSchema, async ({ email }) => {
    const ctx = contextOf(args);
    await args.context.attempts.mail(email);
    await requestPasswordReset(ctx, email);
    return { sentTo: email };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ForgottenPassword() {
  const { goes } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  if (outcome && 'sentTo' in outcome) {
    return (
      <div className="narrow stack">
        <PageHeader title={t(goes === 'nowhere' ? 'forgotten.title' : 'forgotten.sent-title')} />
        <MailSent words={t('forgotten.sent', { email: outcome.sentTo })} goes={goes} />
      </div>
    );
  }
  return (
    <div className="narrow stack">
      <PageHeader title={t('forgotten.title')} lead={t('forgotten.lead')} />
      <NoMail goes={goes} />
      <Form state={outcome?.form}>
        <Field name="email" label={t('email')} required>
          <TextInput type="email" autoComplete="username" inputMode="email" />
        </Field>
        <Button>{t('forgotten.submit')}</Button>
      </Form>
    </div>
  );
}
