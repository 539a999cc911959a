import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PhoneCode } from '~/components/account/phone-code';
import {
  Button,
  ConfirmForm,
  DescriptionList,
  Field,
  Form,
  Notice,
  PageHeader,
  Section,
  TextInput,
  Time,
} from '~/components/ui';
import {
  askToConfirmPhone,
  confirmOwnPassword,
  confirmPhone,
  dropWaitingPhone,
  numberOf,
  ownNumber,
  phonePage,
  removePhone,
} from '~/domains/identity/index.server';
import { addPhoneSchema, confirmPhoneSchema, removePhoneSchema } from '~/domains/identity/phones/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runAction, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { phones } from '~/i18n/phones';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

const minutes = 10;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return { ...(await phonePage(ctx)), title: textIn(ctx.locale, phones)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const { personId } = ctx.actor;
  const { attempts } = args.context;
  const back = async (message: 'flash-sent' | 'flash-added' | 'flash-removed') => {
    const words = textIn(ctx.locale, phones)(message);
    return redirect(paths.phone, { headers: { 'Set-Cookie': await flash(args, words) } });
  };
  const send = async (number: string) => {
    await attempts.text({ number, personId });
    await askToConfirmPhone(ctx, number);
    return back('flash-sent');
  };
  const form = await readForm(args.request);
  switch (form.get('intent')) {
    case 'add':
      return runForm(args, addPhoneSchema, async ({ number: typed, password }) => {
        const number = numberOf(ctx, typed);
        await attempts.guess(personId, () => confirmOwnPassword(ctx, password));
        return send(number);
      });
    case 'again':
      return runAction(args, async () => send(await ownNumber(ctx)), form);
    case 'drop':
      return runAction(args, () => dropWaitingPhone(ctx).then(() => redirect(paths.phone)), form);
    case 'confirm':
      return runForm(args, confirmPhoneSchema, ({ code }) =>
        attempts
          .guessCode(`phone:${personId}`, () => confirmPhone(ctx, code))
          .then(() => back('flash-added')),
      );
    case 'remove':
      return runForm(args, removePhoneSchema, ({ password }) =>
        attempts.guess(personId, () => removePhone(ctx, password)).then(() => back('flash-removed')),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Phone() {
  const { title, sends, phone, waiting } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(phones);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('lead')} />
      {outcome?.form?.errors['']?.map((error) => (
        <Notice key={error} kind="error">
          {error}
        </Notice>
      ))}
      {!sends && <Notice kind="info">{t('no-texts')}</Notice>}
      {waiting && <Waiting />}
      {phone && <Own />}
      {sends && !waiting && <Add />}
    </div>
  );
}

function Waiting() {
  const { waiting } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(phones);
  return (
    <Section title={t('confirm')}>
      <p>{t('sent-to', { shown: waiting?.shown ?? '', minutes })}</p>
      <PhoneCode state={outcome?.form} intent="confirm" submit={t('confirm-submit')} />
      <div className="form-actions">
        <Form intent="again">
          <Button variant="secondary">{t('again')}</Button>
        </Form>
        <Form intent="drop">
          <Button variant="quiet">{t('drop')}</Button>
        </Form>
      </div>
    </Section>
  );
}

function Own() {
  const { phone, waiting, sends, signsIn } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(phones);
  if (!phone) return null;
  return (
    <Section title={t('own')}>
      <DescriptionList
        items={[
          { label: t('number'), value: phone.shown },
          { label: t('confirmed-at'), value: <Time value={phone.confirmedAt} /> },
          { label: t('signs-in'), value: signsIn ? <SignsIn /> : t('signs-in-not') },
        ]}
      />
      <div className="form-actions">
        {sends && !waiting && (
          <Form intent="again">
            <Button variant="secondary">{t('renew')}</Button>
          </Form>
        )}
        <ConfirmForm
          state={outcome?.form}
          intent="remove"
          trigger={t('remove')}
          title={t('remove-title', { shown: phone.shown })}
          description={<p>{t('remove-hint')}</p>}
          confirm={t('remove')}
          danger
        >
          <Field name="password" label={t('password')} required>
            <TextInput type="password" autoComplete="current-password" />
          </Field>
        </ConfirmForm>
      </div>
    </Section>
  );
}

function SignsIn() {
  const { phone } = useLoaderData<typeof loader>();
  const t = useText(phones);
  if (!phone) return null;
  if (phone.isOld) return t('signs-in-later');
  return (
    <>
      {t('signs-in-until')} <Time value={phone.signsInUntil} format="date" />
    </>
  );
}

function Add() {
  const { phone } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(phones);
  return (
    <Section title={t(phone ? 'change' : 'add')}>
      <Form state={outcome?.form} intent="add">
        <Field name="number" label={t('number')} hint={t('number-hint')} required>
          <TextInput type="tel" autoComplete="tel" maxLength={40} />
        </Field>
        <Field name="password" label={t('password')} required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <Button>{t('send')}</Button>
      </Form>
    </Section>
  );
}
