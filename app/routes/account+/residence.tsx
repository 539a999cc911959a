import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaField, Button, Checkbox, Field, Form, Notice, PageHeader, TextInput } from '~/components/ui';
import { accountPage, requestResidence } from '~/domains/identity/index.server';
import { residenceSchema } from '~/domains/identity/schema';
import { areaChoices, areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { consents } from '~/i18n/consents';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const [{ person, verification }, areas] = await Promise.all([
    accountPage(ctx, ctx.actor.personId),
    areaChoices(ctx, { chosen: [ctx.actor.homeAreaId] }),
  ]);
  const names = await areaNames(ctx, person.residenceAreaId ? [person.residenceAreaId] : []);
  const residence = person.residenceAreaId ? (names[person.residenceAreaId] ?? null) : null;
  const title = textIn(ctx.locale, identity)('residence.title');
  return { verification, residence, home: person.homeAreaId ?? '', areas, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, residenceSchema, async (input) => {
    await requestResidence(ctx, input);
    const message = textIn(ctx.locale, identity)('residence.flash');
    return redirect(paths.account, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Residence() {
  const { verification, residence } = useLoaderData<typeof loader>();
  const t = useText(identity);
  const waiting = verification?.state === 'waiting';
  return (
    <div className="narrow stack">
      <PageHeader title={t('residence.title')} lead={t('residence.lead')} />
      {residence !== null && (
        <Notice kind="success" title={t('account.verified', { area: residence })}>
          {t('residence.again')}
        </Notice>
      )}
      {verification?.state === 'refused' && (
        <Notice kind="warning">{t('account.refused', { reason: verification.reason ?? '' })}</Notice>
      )}
      {waiting ? <Notice>{t('account.waiting')}</Notice> : <AskForm />}
    </div>
  );
}

function AskForm() {
  const { home, areas } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(identity);
  const c = useText(consents);
  return (
    <Form state={state} initial={{ areaId: home }}>
      <AreaField name="areaId" label={t('residence.area')} required areas={areas} />
      <Field name="address" label={t('residence.address')} hint={t('residence.address-hint')} required>
        <TextInput autoComplete="street-address" />
      </Field>
      <Field
        name="birthYear"
        label={t('residence.birth-year')}
        hint={t('residence.birth-year-hint')}
        required
      >
        <TextInput inputMode="numeric" autoComplete="bday-year" />
      </Field>
      <Checkbox name="consent" value="yes" label={c('residence.ask')} hint={c('residence.why')} required />
      <Button>{t('residence.submit')}</Button>
    </Form>
  );
}
