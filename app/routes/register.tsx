import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Checkbox, Field, Form, PageHeader, TextInput } from '~/components/ui';
import { MailSent, NoMail } from '~/components/account/mail-sent';
import { register } from '~/domains/identity/index.server';
import { registerSchema } from '~/domains/identity/schema';
import { contextOf, safeNext } from '~/http/actor.server';
import { whereMailGoes } from '~/http/answers/where-mail-goes';
import type { WhereMailGoes } from '~/lib/where-mail-goes';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { consents } from '~/i18n/consents';
import { identity } from '~/i18n/identity';
import { pagesMenu } from '~/i18n/pages-menu';
import { realName } from '~/i18n/real-name';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  const { locale, configuration } = contextOf(args);
  const next = safeNext(new URL(args.request.url).searchParams.get('next'), paths.home);
  const title = textIn(locale, identity)('register.title');
  return { next, title, goes: whereMailGoes(configuration) };
}

export async function action(args: ActionFunctionArgs) {
  return runForm(args, registerSchema, async ({ mails, next, minor, guardianEmail, ...input }) => {
    const ctx = contextOf(args);
    await args.context.attempts.mail(input.email);
    if (minor) await args.context.attempts.mail(guardianEmail);
    const onward = safeNext(next, paths.home);
    await register(ctx, {
      ...input,
      consents: mails === 'yes' ? ['mails'] : [],
      ...(minor && { guardianEmail }),
      ...(onward !== paths.home && { next: onward }),
    });
    return { sentTo: input.email, minor: minor === 'yes' };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Register() {
  const { next, goes } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  const c = useText(consents);
  if (outcome && 'sentTo' in outcome) return <LinkSent {...outcome} goes={goes} />;
  return (
    <div className="narrow stack">
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <NoMail goes={goes} />
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
        <Minor />
        <p className="field-hint">{c('register-account')}</p>
        <Checkbox name="mails" value="yes" label={c('mails.ask')} hint={c('mails.why')} />
        <p className="field-hint">{c('register-later')}</p>
        <ReadBefore />
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

/** Under 14 a parent or guardian has to agree. */
function Minor() {
  const t = useText(realName);
  return (
    <>
      <Checkbox name="minor" value="yes" label={t('minor')} />
      <Field name="guardianEmail" label={t('guardian-email')} hint={t('guardian-email-hint')}>
        <TextInput type="email" autoComplete="off" inputMode="email" />
      </Field>
    </>
  );
}

/** What whoever registers has read. */
function ReadBefore() {
  const t = useText(pagesMenu);
  return (
    <p className="field-hint">
      {t('register')} <Link to={paths.page('terms')}>{t('page.terms')}</Link>{' '}
      <Link to={paths.page('privacy')}>{t('page.privacy')}</Link>
    </p>
  );
}

function LinkSent({ sentTo, minor, goes }: { sentTo: string; minor: boolean; goes: WhereMailGoes }) {
  const t = useText(identity);
  const r = useText(realName);
  return (
    <div className="narrow stack">
      <PageHeader title={t(goes === 'nowhere' ? 'register.title' : 'register.sent-title')} />
      <MailSent words={t('register.sent', { email: sentTo })} goes={goes} />
      {minor && <p>{r('sent-guardian')}</p>}
      {goes === 'out' && <p>{t('register.sent-none')}</p>}
    </div>
  );
}
