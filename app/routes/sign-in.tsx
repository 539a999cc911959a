import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, LinkButton, Notice, PageHeader, TextInput } from '~/components/ui';
import { useRootData } from '~/components/layout/use-viewer';
import { signIn } from '~/domains/identity/index.server';
import { signInSchema } from '~/domains/identity/schema';
import { contextOf, safeNext } from '~/http/actor.server';
import { runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/http/paths';
import { goOnWith } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const next = safeNext(new URL(args.request.url).searchParams.get('next'), paths.home);
  if (ctx.actor.kind === 'person') throw redirect(next);
  const kept = Boolean(args.context.pendingChoice) && next.startsWith(paths.ballots);
  return { next, kept, title: textIn(ctx.locale, identity)('sign-in.title') };
}

export async function action(args: ActionFunctionArgs) {
  return runForm(args, signInSchema, async (input) => {
    const ctx = contextOf(args);
    const userAgent = args.request.headers.get('User-Agent') ?? '';
    const signedIn = () => signIn(ctx, input, userAgent);
    const { token, displayName } = await args.context.attempts.guess(input.email, signedIn);
    const message = textIn(ctx.locale, identity)('sign-in.flash', { name: displayName });
    return goOnWith(args, token, { path: safeNext(input.next, paths.home), message });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function SignIn() {
  const { next, kept } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  const demo = useRootData()?.demo ?? false;
  const onward = `?next=${encodeURIComponent(next)}`;
  return (
    <div className="narrow stack">
      <PageHeader title={t('sign-in.title')} lead={t('sign-in.lead')} />
      {kept && <Notice kind="success">{t('sign-in.kept')}</Notice>}
      <Form state={outcome?.form} hidden={{ next }}>
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
