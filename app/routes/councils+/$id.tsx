import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaBreadcrumbs, LinkButton, Markdown, Notice, PageHeader, Section } from '~/components/ui';
import { EventTimeline } from '~/components/across/event-timeline';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { AuditPart } from '~/components/councils/audit-part';
import { CouncilFacts, InvitationPart, QuotaTable } from '~/components/councils/council-facts';
import { CouncilState } from '~/components/councils/council-state';
import { DrawPart } from '~/components/councils/draw-part';
import { OwnPart } from '~/components/councils/own-part';
import { councilPage } from '~/domains/councils/council-page.query.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { councilAction, ownActs } from '~/http/actions/council-actions.server';
import { flash, load, readForm } from '~/http/forms/forms.server';
import { historyOf } from '~/http/answers/history.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => councilPage(ctx, id));
  const [trail, timeline, following] = await Promise.all([
    areaTrail(ctx, page.council.areaId),
    historyOf(args, 'council', id),
    isFollowing(ctx, 'council', id),
  ]);
  return data({ ...page, trail, timeline, following });
}

export async function action(args: ActionFunctionArgs) {
  requirePerson(args);
  const intent = String((await readForm(args.request)).get('intent'));
  return councilAction(args, {
    acts: ownActs,
    intent,
    back: async (message) =>
      redirect(paths.council(args.params.id ?? ''), {
        headers: { 'Set-Cookie': await flash(args, message) },
      }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => matterTitle('council', data?.council);

export default function CouncilPage() {
  const { council, quotas, rounds, draws, own, features, audits, timeline } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(councils);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const next = `next.${council.state}`;
  return (
    <>
      <Head />
      {council.state === 'cancelled' && (
        <Notice kind="warning">
          {council.reason ? t('cancelled-because', { reason: council.reason }) : t('cancelled-lapsed')}
        </Notice>
      )}
      {own && <OwnPart {...{ own, features, state }} councilState={council.state} />}
      <div className="columns">
        <Markdown html={council.purposeHtml} />
        <CouncilFacts council={council} />
      </div>
      <Section title={t('quotas')}>
        <QuotaTable quotas={quotas} />
      </Section>
      <InvitationPart {...{ rounds, council }} />
      {draws.map((draw) => (
        <DrawPart key={draw.number} council={council} draw={draw} />
      ))}
      <Members />
      {audits && <AuditPart {...{ council, draws }} />}
      <Section title={t('history')}>
        <EventTimeline
          {...timeline}
          {...(hasKey(councils, next) ? { next: { title: t(next), time: null } } : {})}
        />
      </Section>
    </>
  );
}

function Head() {
  const { council, trail, following, organises } = useLoaderData<typeof loader>();
  const t = useText(councils);
  return (
    <PageHeader
      above={<AreaBreadcrumbs areas={trail} />}
      title={council.title}
      badges={<CouncilState state={council.state} />}
      actions={
        <>
          <FollowAndShare kind="council" id={council.id} following={following} />
          {organises && (
            <LinkButton size="small" to={paths.organiseCouncil(council.id)}>
              {t('organise')}
            </LinkButton>
          )}
        </>
      }
    />
  );
}

function Members() {
  const { council, seats, members } = useLoaderData<typeof loader>();
  const t = useText(councils);
  if (!seats) return null;
  return (
    <Section title={t('members')}>
      <p>{t('members-lead', { ...seats, seats: council.seats })}</p>
      {members.length === 0 ? (
        <p>{t('members-unnamed')}</p>
      ) : (
        <ul>
          {members.map((name, at) => (
            <li key={at}>{name}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
