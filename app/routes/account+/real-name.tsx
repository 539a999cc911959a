import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  Checkbox,
  DescriptionList,
  Field,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  TextInput,
  Time,
} from '~/components/ui';
import { confirmOwnIdentity, ownIdentity } from '~/domains/identity/index.server';
import { ownIdentitySchema } from '~/domains/identity/real-names/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { hasKey, textIn } from '~/i18n/catalogue';
import { consents } from '~/i18n/consents';
import { realName } from '~/i18n/real-name';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { accountPaths } from '~/paths-account';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, realName);
  const { own, hasService } = await ownIdentity(ctx);
  const key = `document.${own?.document ?? ''}`;
  const document = hasKey(realName, key) ? t(key) : '';
  return { own: own && { ...own, document }, hasService, title: t('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, ownIdentitySchema, async (input) => {
    await args.context.attempts.guessCode(`identity:${ctx.actor.personId}`, () =>
      confirmOwnIdentity(ctx, input),
    );
    const words = textIn(ctx.locale, realName)('flash');
    return redirect(accountPaths.realName, { headers: { 'Set-Cookie': await flash(args, words) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function RealName() {
  const { title, own, hasService } = useLoaderData<typeof loader>();
  const t = useText(realName);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('lead')} />
      {own ? <Own /> : <Notice title={t('none-title')}>{t('none-counter')}</Notice>}
      {!own && hasService && <Online />}
    </div>
  );
}

function Own() {
  const { own } = useLoaderData<typeof loader>();
  const t = useText(realName);
  if (!own) return null;
  return (
    <Section title={t('own')}>
      <DescriptionList
        items={[
          { label: t('name'), value: own.name },
          { label: t('document'), value: own.document },
          { label: t('number'), value: own.number },
          { label: t('confirmed'), value: <Time value={own.confirmedAt} /> },
          ...(own.guardian === null ? [] : [{ label: t('guardian'), value: own.guardian }]),
        ]}
      />
      <LinkButton variant="secondary" to={paths.heldData}>
        {t('to-consents')}
      </LinkButton>
    </Section>
  );
}

function Online() {
  const outcome = useActionData<typeof action>();
  const t = useText(realName);
  const c = useText(consents);
  return (
    <Section title={t('service-title')}>
      <p>{t('service-lead')}</p>
      <Form state={outcome?.form}>
        <Field name="name" label={t('name')} required>
          <TextInput autoComplete="name" maxLength={60} />
        </Field>
        <Field name="number" label={t('number')} hint={t('counter-number-hint')} required>
          <TextInput autoComplete="off" maxLength={60} />
        </Field>
        <Checkbox name="consent" value="yes" label={c('real-name.ask')} hint={c('real-name.why')} />
        <Button>{t('service-submit')}</Button>
      </Form>
    </Section>
  );
}
