import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, Notice, PageHeader, TextInput } from '~/components/ui';
import { ToMailbox } from '~/components/account/to-mailbox';
import { register } from '~/domains/identity/index.server';
import { registerSchema } from '~/domains/identity/schema';
import { contextOf, safeNext } from '~/http/actor.server';
import { showsMailbox } from '~/http/demo-mailbox';
import { runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  const next = safeNext(new URL(args.request.url).searchParams.get('next'), paths.home);
  return { next, title: textIn(contextOf(args).locale, identity)('register.title') };
}

export async function action(args: ActionFunctionArgs) {
  return runForm(args, registerSchema, async (input) => {
    const ctx = contextOf(args);
    await args.context.attempts.mail(input.email);
    await register(ctx, input);
    return { sentTo: input.email, mailbox: showsMailbox(ctx.configuration) };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Register() {
  const { next } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  if (outcome && 'sentTo' in outcome) {
    return (
      <div className="narrow stack">
        <PageHeader title={t('register.sent-title')} />
        <Notice kind="success">{t('register.sent', { email: outcome.sentTo })}</Notice>
        <p>{t('register.sent-none')}</p>
        {outcome.mailbox && <ToMailbox />}
      </div>
    );
  }
  return (
    <div className="narrow stack">
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <Form state={outcome?.form} hidden={{ next }}>
        <Field name="email" label={t('email')} required>
          <TextInput type="email" autoComplete="username" inputMode="email" />
        </Field>
        <Field name="displayName" label={t('display-name')} hint={t('display-name-hint')} required>
          <TextInput autoComplete="nickname" />
        </Field>
        <Field name="password" label={t('password')} hint={t('new-password-hint')} required>
          <TextInput type="password" autoComplete="new-password" />
        </Field>
        <div className="form-actions">
          <Button size="large">{t('register.submit')}</Button>
        </div>
      </Form>
      <p>
        {t('register.have-account')}{' '}
        <Link to={`${paths.signIn}?next=${encodeURIComponent(next)}`}>{t('sign-in.title')}</Link>
      </p>
    </div>
  );
}
