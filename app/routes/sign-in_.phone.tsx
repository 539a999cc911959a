import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { PhoneCode } from '~/components/account/phone-code';
import { SecondStep } from '~/components/account/second-step';
import { Button, Field, Form, LinkButton, Notice, PageHeader, Section, TextInput } from '~/components/ui';
import {
  askedByPhone,
  askToSignInByPhone,
  enterByPhone,
  numberAsked,
  numberOf,
} from '~/domains/identity/index.server';
import { askAgainSchema, askByPhoneSchema, enterByPhoneSchema } from '~/domains/identity/phones/schema';
import { contextOf, safeNext } from '~/http/actor.server';
import { readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { finishSignIn } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { phones } from '~/i18n/phones';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

const minutes = 10;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const next = safeNext(query.get('next'), paths.home);
  if (ctx.actor.kind === 'person') throw redirect(next);
  const asked = (query.get('asked') ?? '').slice(0, 64);
  return { ...(await askedByPhone(ctx, asked)), asked, next, title: textIn(ctx.locale, phones)('use-title') };
}

const pageOf = (query: Record<string, string>) => `${paths.signInByPhone}?${new URLSearchParams(query)}`;

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  const { attempts } = args.context;
  const send = async (number: string, onward: string | undefined) => {
    const next = safeNext(onward, paths.home);
    await attempts.text({ number });
    return redirect(pageOf({ asked: await askToSignInByPhone(ctx, number), next }));
  };
  switch ((await readForm(args.request)).get('intent')) {
    case 'ask':
      return runForm(args, askByPhoneSchema, ({ number, next }) => send(numberOf(ctx, number), next));
    case 'again':
      return runForm(args, askAgainSchema, async ({ asked, next }) => {
        const number = await numberAsked(ctx, asked);
        return number === null ? redirect(pageOf({ next: safeNext(next, paths.home) })) : send(number, next);
      });
    case 'enter':
      return runForm(args, enterByPhoneSchema, async ({ asked, code, next: onward }) => {
        const userAgent = args.request.headers.get('User-Agent') ?? '';
        const entered = () => enterByPhone(ctx, { token: asked, code }, userAgent);
        const { isHalf, asks, ...session } = await attempts.guess(null, entered);
        const next = safeNext(onward, paths.home);
        if (isHalf) return data({ form: undefined, half: session.token, asks, next });
        return finishSignIn(args, session, { next });
      });
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function SignInByPhone() {
  const { title, sends, shown, next } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(phones);
  if (outcome && 'half' in outcome)
    return <SecondStep half={outcome.half} asks={outcome.asks} next={outcome.next} />;
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('use-lead')} />
      {outcome?.form?.errors['']?.map((error) => (
        <Notice key={error} kind="error">
          {error}
        </Notice>
      ))}
      {!sends && <Notice kind="info">{t('no-texts')}</Notice>}
      {sends && (shown === null ? <AskForCode /> : <TypeCode />)}
      <p>
        <Link to={`${paths.signIn}?next=${encodeURIComponent(next)}`}>{t('use-mail')}</Link>
      </p>
    </div>
  );
}

function AskForCode() {
  const { next } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(phones);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <Form state={state} intent="ask" hidden={{ next }}>
      <Field name="number" label={t('number')} required>
        <TextInput type="tel" autoComplete="tel" maxLength={40} />
      </Field>
      <div className="form-actions">
        <Button size="large">{t('use-send')}</Button>
      </div>
    </Form>
  );
}

function TypeCode() {
  const { shown, asked, next } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(phones);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <p>{t('use-sent', { shown: shown ?? '', minutes })}</p>
      <PhoneCode state={state} intent="enter" submit={t('use-submit')} hidden={{ asked, next }} />
      <Section title={t('use-none-title')}>
        <p>{t('use-none')}</p>
        <div className="form-actions">
          <Form intent="again" hidden={{ asked, next }}>
            <Button variant="secondary">{t('again')}</Button>
          </Form>
          <LinkButton variant="quiet" to={`${paths.signInByPhone}?next=${encodeURIComponent(next)}`}>
            {t('use-other')}
          </LinkButton>
        </div>
      </Section>
    </>
  );
}
