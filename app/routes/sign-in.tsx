import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, LinkButton, Notice, PageHeader, TextInput } from '~/components/ui';
import { useRootData } from '~/components/layout/use-viewer';
import { signIn } from '~/domains/identity/index.server';
import { signInSchema } from '~/domains/identity/schema';
import { contextOf, safeNext } from '~/http/actor.server';
import { sessionCookie } from '~/http/cookies.server';
import { readForm, runForm } from '~/http/forms.server';
import { postedFormOf } from '~/http/keep-posted-form.server';
import type { PostedForm } from '~/http/load-context';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { goOnWith } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const next = safeNext(new URL(args.request.url).searchParams.get('next'), paths.home);
  if (ctx.actor.kind === 'person') throw redirect(next);
  const kept = Boolean(args.context.pendingChoice) && next.startsWith(paths.ballots);
  const posted = args.context.posted ?? null;
  return { next, kept, posted, title: textIn(ctx.locale, identity)('sign-in.title') };
}

export async function action(args: ActionFunctionArgs) {
  return runForm(args, signInSchema, async (input) => {
    const ctx = contextOf(args);
    const userAgent = args.request.headers.get('User-Agent') ?? '';
    const signedIn = () => signIn(ctx, input, userAgent);
    const { token, displayName } = await args.context.attempts.guess(input.email, signedIn);
    const posted = postedFormOf((await readForm(args.request)).get('posted'));
    if (posted) {
      const session = await sessionCookie(ctx.configuration).serialize(token);
      return data({ form: undefined, posted }, { headers: { 'Set-Cookie': session } });
    }
    const message = textIn(ctx.locale, identity)('sign-in.flash', { name: displayName });
    return goOnWith(args, token, { path: safeNext(input.next, paths.home), message });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function SignIn() {
  const { next, kept, posted } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  const demo = useRootData()?.demo ?? false;
  const onward = `?next=${encodeURIComponent(next)}`;
  const typed = outcome?.form?.values.posted ?? (posted ? JSON.stringify(posted) : '');
  if (outcome && 'posted' in outcome) return <SendOn posted={outcome.posted} />;
  return (
    <div className="narrow stack">
      <PageHeader title={t('sign-in.title')} lead={t('sign-in.lead')} />
      {kept && <Notice kind="success">{t('sign-in.kept')}</Notice>}
      {typed !== '' && <TypedIsKept />}
      <Form
        state={outcome?.form}
        hidden={{ next, ...(typeof typed === 'string' && typed ? { posted: typed } : {}) }}
      >
        <Field name="email" label={t('email')} required>
          <TextInput type="email" autoComplete="username" inputMode="email" />
        </Field>
        <Field name="password" label={t('password')} required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <div className="form-actions">
          <Button size="large">{t('sign-in.submit')}</Button>
          <LinkButton variant="quiet" to={paths.forgottenPassword}>
            {t('sign-in.forgotten')}
          </LinkButton>
        </div>
      </Form>
      <p>
        {t('sign-in.no-account')} <Link to={paths.register + onward}>{t('register.title')}</Link>
      </p>
      {demo && (
        <p>
          <Link to={paths.demoSignIn + onward}>{t('demo.title')}</Link>
        </p>
      )}
    </div>
  );
}

function TypedIsKept() {
  const t = useText(identity);
  return (
    <Notice kind="success" title={t('sign-in.resume-title')}>
      {t('sign-in.resume-text')}
    </Notice>
  );
}

/** What was posted before signing in, to be sent on by one press: a plain form, since only pages without scripts lead here. */
function SendOn({ posted }: { posted: PostedForm }) {
  const t = useText(identity);
  return (
    <div className="narrow stack">
      <PageHeader title={t('sign-in.resume-title')} lead={t('sign-in.resume-now')} />
      <form method="post" action={posted.path} className="form">
        {posted.fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Button size="large">{t('sign-in.resume')}</Button>
      </form>
    </div>
  );
}
