import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, LinkButton, PageHeader, Section, TextInput, Time } from '~/components/ui';
import { invitationAt, joinByInvitation, takeInvitation } from '~/domains/identity/index.server';
import { joinByInvitationSchema } from '~/domains/identity/schema';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { whereMailGoes } from '~/http/answers/where-mail-goes';
import { pageTitle } from '~/http/answers/page-title';
import { flash, load, readForm, runAction, runForm } from '~/http/forms/forms.server';
import { goOnAs } from '~/http/signed-in.server';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { consents } from '~/i18n/consents';
import { identity } from '~/i18n/identity';
import { invitations } from '~/i18n/invitations';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const token = args.params.token ?? '';
  const { role, areaId, expiresAt } = await load(args, () =>
    args.context.attempts.guess(null, () => invitationAt(ctx, token)),
  );
  const names = await areaNames(ctx, [areaId]);
  return {
    ...{ role, expiresAt, area: names[areaId] ?? areaId },
    own: ctx.actor.kind === 'person' ? ctx.actor.displayName : null,
    byMail: whereMailGoes(ctx.configuration) === 'out',
    next: encodeURIComponent(paths.invitation(token)),
    title: textIn(ctx.locale, invitations)('take-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? '';
  const t = textIn(contextOf(args).locale, invitations);
  const form = await readForm(args.request);
  if (form.get('intent') === 'take') {
    const ctx = requirePerson(args);
    const take = async () => {
      await takeInvitation(ctx, token);
      return redirect(paths.account, { headers: { 'Set-Cookie': await flash(args, t('flash-taken')) } });
    };
    return runAction(args, take, form);
  }
  return runForm(args, joinByInvitationSchema, async (input) => {
    const join = () => joinByInvitation(contextOf(args), token, input);
    const personId = await args.context.attempts.guess(null, join);
    return goOnAs(args, personId, { path: paths.account, message: t('flash-taken') });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function TakeInvitation() {
  const { role, area, expiresAt, own, byMail, title } = useLoaderData<typeof loader>();
  const t = useText(invitations);
  const m = useText(moderation);
  return (
    <div className="narrow stack">
      <PageHeader
        title={title}
        lead={t('take-lead', { role: m(`role.${role}`), area })}
        meta={
          <span>
            {t('until')} <Time value={expiresAt} />
          </span>
        }
      />
      <p>{m(`role-hint.${role}`)}</p>
      {own !== null && <TakeAsOneself name={own} />}
      {own === null && <SignInFirst />}
      {own === null && (byMail ? <RegisterByMail /> : <Join />)}
    </div>
  );
}

function TakeAsOneself({ name }: { name: string }) {
  const outcome = useActionData<typeof action>();
  const t = useText(invitations);
  return (
    <Form state={outcome?.form} intent="take">
      <p>{t('as', { name })}</p>
      <div className="form-actions">
        <Button size="large">{t('take')}</Button>
      </div>
    </Form>
  );
}

function SignInFirst() {
  const { next } = useLoaderData<typeof loader>();
  const t = useText(invitations);
  return (
    <Section title={t('have-account')}>
      <LinkButton to={`${paths.signIn}?next=${next}`}>{t('sign-in')}</LinkButton>
    </Section>
  );
}

function RegisterByMail() {
  const { next } = useLoaderData<typeof loader>();
  const t = useText(invitations);
  return (
    <Section title={t('no-account')}>
      <p>{t('register-hint')}</p>
      <LinkButton variant="secondary" to={`${paths.register}?next=${next}`}>
        {t('register')}
      </LinkButton>
    </Section>
  );
}

/** Where the portal sends no mail: the account is made here. */
function Join() {
  const outcome = useActionData<typeof action>();
  const t = useText(invitations);
  const i = useText(identity);
  const c = useText(consents);
  return (
    <Section title={t('no-account')}>
      <Form state={outcome?.form} intent="join">
        <Field name="email" label={i('email')} required>
          <TextInput type="email" autoComplete="username" inputMode="email" />
        </Field>
        <Field name="displayName" label={i('display-name')} hint={i('display-name-hint')} required>
          <TextInput autoComplete="nickname" />
        </Field>
        <Field name="password" label={i('password')} hint={i('new-password-hint')} required>
          <TextInput type="password" autoComplete="new-password" />
        </Field>
        <p className="field-hint">{c('register-account')}</p>
        <p className="field-hint">
          <Link to={paths.page('terms')}>{t('terms')}</Link>{' '}
          <Link to={paths.page('privacy')}>{t('privacy')}</Link>
        </p>
        <div className="form-actions">
          <Button size="large">{t('join')}</Button>
        </div>
      </Form>
    </Section>
  );
}
