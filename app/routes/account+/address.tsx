import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NoMail } from '~/components/account/mail-sent';
import { Button, DescriptionList, Field, Form, PageHeader, Section, TextInput } from '~/components/ui';
import {
  addressPage,
  askToChangeAddress,
  changeAddress,
  confirmOwnPassword,
  dropWaitingAddress,
} from '~/domains/identity/index.server';
import { addressCodeSchema, changeAddressSchema } from '~/domains/identity/schema';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { whereMailGoes } from '~/http/answers/where-mail-goes';
import { flash, readForm, runAction, runForm } from '~/http/forms/forms.server';
import { goOnAs } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { ownAddress } from '~/i18n/own-address';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { accountPaths } from '~/paths-account';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const title = textIn(ctx.locale, ownAddress)('title');
  return { ...(await addressPage(ctx)), goes: whereMailGoes(ctx.configuration), title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const { personId } = ctx.actor;
  const { attempts } = args.context;
  const t = textIn(ctx.locale, ownAddress);
  const form = await readForm(args.request);
  switch (form.get('intent')) {
    case 'ask':
      return runForm(args, changeAddressSchema, async ({ email, password }) => {
        await attempts.guess(personId, () => confirmOwnPassword(ctx, password));
        await attempts.mail(email);
        await askToChangeAddress(ctx, email);
        return redirect(accountPaths.address, {
          headers: { 'Set-Cookie': await flash(args, t('flash-sent')) },
        });
      });
    case 'confirm':
      return runForm(args, addressCodeSchema, async ({ code }) => {
        await attempts.guessCode(`address:${personId}`, () => changeAddress(ctx, code));
        return goOnAs(args, personId, { path: paths.account, message: t('flash-changed') });
      });
    case 'drop':
      return runAction(args, () => dropWaitingAddress(ctx).then(() => redirect(accountPaths.address)), form);
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function OwnAddress() {
  const { title, present, waiting, goes } = useLoaderData<typeof loader>();
  const t = useText(ownAddress);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('lead')} />
      <NoMail goes={goes} />
      <DescriptionList items={[{ label: t('present'), value: present }]} />
      {waiting === null ? <Ask /> : <Waiting address={waiting} />}
    </div>
  );
}

function Ask() {
  const state = useActionData<typeof action>()?.form;
  const t = useText(ownAddress);
  return (
    <Form state={state} intent="ask">
      <Field name="email" label={t('new')} hint={t('new-hint')} required>
        <TextInput type="email" autoComplete="email" inputMode="email" />
      </Field>
      <Field name="password" label={t('password')} required>
        <TextInput type="password" autoComplete="current-password" />
      </Field>
      <Button>{t('send')}</Button>
    </Form>
  );
}

function Waiting({ address }: { address: string }) {
  const state = useActionData<typeof action>()?.form;
  const t = useText(ownAddress);
  return (
    <Section title={t('confirm')}>
      <p>{t('sent-to', { address })}</p>
      <Form state={state} intent="confirm">
        <Field name="code" label={t('code')} required>
          <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
        </Field>
        <Button>{t('change')}</Button>
      </Form>
      <Form intent="drop">
        <Button variant="quiet">{t('drop')}</Button>
      </Form>
    </Section>
  );
}
