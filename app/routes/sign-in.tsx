import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, LinkButton, Notice, PageHeader, TextInput } from '~/components/ui';
import { PasskeyForm } from '~/components/account/passkey-form';
import { SecondStep } from '~/components/account/second-step';
import { SendOn } from '~/components/account/send-on';
import { useRootData } from '~/components/layout/use-viewer';
import { offersPasskeys, sendsTexts, signIn, signInWithPasskey } from '~/domains/identity/index.server';
import { usedPasskeySchema } from '~/domains/identity/passkeys/schema';
import { signInSchema } from '~/domains/identity/schema';
import { contextOf, safeNext } from '~/http/actor.server';
import { readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { finishSignIn } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { counter } from '~/i18n/counter';
import { identity } from '~/i18n/identity';
import { passkeys as passkeyWords } from '~/i18n/passkeys';
import { phones } from '~/i18n/phones';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const next = safeNext(new URL(args.request.url).searchParams.get('next'), paths.home);
  if (ctx.actor.kind === 'person') throw redirect(next);
  const kept = Boolean(args.context.pendingChoice) && next.startsWith(paths.ballots);
  const posted = args.context.posted ?? null;
  const title = textIn(ctx.locale, identity)('sign-in.title');
  return { next, kept, posted, passkeys: offersPasskeys(ctx), texts: sendsTexts(ctx), title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  const { attempts } = args.context;
  const userAgent = args.request.headers.get('User-Agent') ?? '';
  const form = await readForm(args.request);
  if (form.get('intent') === 'passkey')
    return runForm(args, usedPasskeySchema, async ({ credential, next }) => {
      const signedIn = () => signInWithPasskey(ctx, credential, userAgent);
      return finishSignIn(args, await attempts.guess(null, signedIn), { next });
    });
  return runForm(args, signInSchema, async (input) => {
    const signedIn = () => signIn(ctx, input, userAgent);
    const { isHalf, asks, ...session } = await attempts.guess(input.email, signedIn);
    const typed = form.get('posted');
    const posted = typeof typed === 'string' ? typed : undefined;
    const next = safeNext(input.next, paths.home);
    if (isHalf) return data({ form: undefined, half: session.token, asks, next, typed: posted });
    return finishSignIn(args, session, { next, posted });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function SignIn() {
  const { next, kept, posted, passkeys, texts } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  const typed = outcome?.form?.values.posted ?? (posted ? JSON.stringify(posted) : '');
  if (outcome && 'posted' in outcome) return <SendOn posted={outcome.posted} />;
  if (outcome && 'half' in outcome)
    return <SecondStep half={outcome.half} asks={outcome.asks} next={outcome.next} posted={outcome.typed} />;
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
      {/* What was posted goes on from this page alone. */}
      {texts && typed === '' && <ByPhone />}
      {passkeys && <ByPasskey />}
      <WithoutAccount next={next} />
    </div>
  );
}

function WithoutAccount({ next }: { next: string }) {
  const t = useText(identity);
  const c = useText(counter);
  const demo = useRootData()?.demo ?? false;
  const onward = `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <p>
        <Link to={paths.signInByCode()}>{c('have-code')}</Link>
      </p>
      <p>
        {t('sign-in.no-account')} <Link to={paths.register + onward}>{t('register.title')}</Link>
      </p>
      {demo && (
        <p>
          <Link to={paths.demoSignIn + onward}>{t('demo.title')}</Link>
        </p>
      )}
    </>
  );
}

function ByPhone() {
  const { next } = useLoaderData<typeof loader>();
  const t = useText(phones);
  return (
    <div className="form-actions">
      <LinkButton variant="secondary" to={`${paths.signInByPhone}?next=${encodeURIComponent(next)}`}>
        {t('use-link')}
      </LinkButton>
    </div>
  );
}

function ByPasskey() {
  const { next } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(passkeyWords);
  return (
    <PasskeyForm
      state={outcome?.form}
      kind="use"
      ask={{ purpose: 'sign-in' }}
      intent="passkey"
      hidden={{ next }}
    >
      <Button variant="secondary">{t('sign-in')}</Button>
    </PasskeyForm>
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
