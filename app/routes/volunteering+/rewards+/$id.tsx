import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ConfirmForm, DescriptionList, LinkButton, Notice, PageHeader, Section, Time } from '~/components/ui';
import { BusinessPart } from '~/components/volunteering/reward-business';
import { OwnRewards } from '~/components/volunteering/own-rewards';
import { useViewer } from '~/components/layout/use-viewer';
import { organisationNames } from '~/domains/organisations/index.server';
import { cancelOpportunitySchema } from '~/domains/volunteering/schema';
import { claimSchema } from '~/domains/volunteering/rewards/schema';
import { withdrawReward } from '~/domains/volunteering/rewards/offer-reward.server';
import { rewardPage } from '~/domains/volunteering/rewards/reward.query.server';
import { giveBackReward, takeReward } from '~/domains/volunteering/rewards/take-reward.server';
import { withCodePictures } from '~/http/answers/reward-codes.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { explain } from '~/i18n/reason-text';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const page = await load(args, () => rewardPage(ctx, args.params.id ?? ''));
  const names = await organisationNames(ctx, [page.reward.organisationId]);
  const take = explain(ctx.locale, page.take);
  const own = page.own && { ...page.own, claims: withCodePictures(ctx, page.own.claims) };
  return { ...page, own, take, organisation: names[page.reward.organisationId] ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, volunteerRewards);
  const back = async (message: string) =>
    redirect(paths.reward(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'take':
      return runForm(args, z.object({}), () => takeReward(ctx, id).then(() => back(t('flash-taken'))));
    case 'give-back':
      return runForm(args, claimSchema, ({ claimId }) =>
        giveBackReward(ctx, claimId).then(() => back(t('flash-returned'))),
      );
    case 'withdraw':
      return runForm(args, cancelOpportunitySchema, ({ reason }) =>
        withdrawReward(ctx, id, reason).then(() => back(t('flash-withdrawn'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.reward.title);

/** A reward: what it is, how many are left, and the one thing that the reader can do about it. */
export default function Reward() {
  const { reward, own, business, mayWithdraw } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(volunteerRewards);
  return (
    <>
      <PageHeader above={<Link to={paths.rewards}>{t('title')}</Link>} title={reward.title} />
      {reward.reason !== null && (
        <Notice kind="warning">{t('withdrawn-because', { reason: reward.reason })}</Notice>
      )}
      {!reward.isOpen && reward.reason === null && <Notice kind="info">{t('ended')}</Notice>}
      <p className="pre-line">{reward.body}</p>
      <Facts />
      {reward.isOpen && business === null && <TakeOne state={state} />}
      {own && own.claims.length > 0 && (
        <Section title={t('mine')}>
          <OwnRewards rows={own.claims} state={state} />
        </Section>
      )}
      {business && <BusinessPart {...{ business, left: reward.left }} />}
      {mayWithdraw && (
        <ConfirmForm
          intent="withdraw"
          state={state}
          trigger={t('withdraw')}
          title={t('withdraw-title')}
          description={<p>{t('withdraw-hint')}</p>}
          variant="quiet"
          danger
          reason={t('reason')}
        />
      )}
    </>
  );
}

function Facts() {
  const { reward, organisation } = useLoaderData<typeof loader>();
  const t = useText(volunteerRewards);
  return (
    <DescriptionList
      items={[
        {
          label: t('by'),
          value: <Link to={paths.organisation(reward.organisationId)}>{organisation}</Link>,
        },
        { label: t('points'), value: t('points-value', { points: reward.points }) },
        { label: t('stock'), value: t('left-of', { left: reward.left, stock: reward.stock }) },
        { label: t('until'), value: <Time value={reward.until} format="date" /> },
      ]}
    />
  );
}

function TakeOne({ state }: { state: FormState | undefined }) {
  const { reward, own, take } = useLoaderData<typeof loader>();
  const t = useText(volunteerRewards);
  const viewer = useViewer();
  if (!viewer || !own)
    return (
      <LinkButton to={`${paths.signIn}?next=${encodeURIComponent(paths.reward(reward.id))}`}>
        {t('sign-in')}
      </LinkButton>
    );
  if (!take.allowed) return <Notice kind="info">{take.words}</Notice>;
  const missing = reward.points - own.balance.free;
  const why = own.hasAll
    ? t('has-all', { count: reward.each })
    : reward.left <= 0
      ? t('gone')
      : missing > 0
        ? t('missing', { left: missing })
        : null;
  return (
    <Section title={t('balance-title')}>
      <p>
        {t('balance', { free: own.balance.free })} <Link to={paths.volunteerPoints}>{t('empty-action')}</Link>
      </p>
      {why !== null ? (
        <Notice kind="info">{why}</Notice>
      ) : (
        <ConfirmForm
          intent="take"
          hidden={{ taken: String(own.taken) }}
          state={state}
          trigger={t('take')}
          title={t('take-title', { points: reward.points })}
          description={<p>{t('take-hint')}</p>}
          variant="primary"
        />
      )}
    </Section>
  );
}
