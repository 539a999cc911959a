import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, LinkButton, Notice, PageHeader, TextArea, TextInput } from '~/components/ui';
import { mayOfferReward } from '~/domains/volunteering/policy';
import { offerReward } from '~/domains/volunteering/rewards/offer-reward.server';
import { rewardSchema } from '~/domains/volunteering/rewards/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { reasons } from '~/i18n/reasons';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { actingFor } = ctx.actor;
  return {
    business: mayOfferReward(ctx.actor).allowed ? (actingFor?.name ?? null) : null,
    title: textIn(ctx.locale, volunteerRewards)('new'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, rewardSchema, async (input) => {
    const id = await offerReward(ctx, input);
    const message = textIn(ctx.locale, volunteerRewards)('flash-offered');
    return redirect(paths.reward(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** A business offers something to those who serve. */
export default function NewReward() {
  const { business, title } = useLoaderData<typeof loader>();
  const t = useText(volunteerRewards);
  const r = useText(reasons);
  const i = useText(identity);
  const above = <Link to={paths.rewards}>{t('title')}</Link>;
  if (business === null)
    return (
      <>
        <PageHeader above={above} title={title} />
        <Notice kind="warning">{r('volunteering.business-only')}</Notice>
        <LinkButton to={paths.actFor}>{i('account.act-for')}</LinkButton>
      </>
    );
  return (
    <>
      <PageHeader above={above} title={title} lead={t('new-lead', { name: business })} />
      <RewardForm />
    </>
  );
}

function RewardForm() {
  const outcome = useActionData<typeof action>();
  const t = useText(volunteerRewards);
  return (
    <Form state={outcome?.form} initial={{ each: '1' }}>
      <Field name="title" label={t('name')} required>
        <TextInput maxLength={60} />
      </Field>
      <Field name="body" label={t('body')} required>
        <TextArea rows={3} maximum={1000} />
      </Field>
      <Field name="points" label={t('points')} hint={t('points-hint')} required>
        <TextInput type="number" min={10} max={100_000} />
      </Field>
      <Field name="stock" label={t('stock')} required>
        <TextInput type="number" min={1} max={10_000} />
      </Field>
      <Field name="each" label={t('each')} required>
        <TextInput type="number" min={1} max={100} />
      </Field>
      <Field name="until" label={t('until')} required>
        <TextInput type="date" />
      </Field>
      <Button size="large">{t('submit')}</Button>
    </Form>
  );
}
