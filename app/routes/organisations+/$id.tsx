import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  AreaBreadcrumbs,
  DescriptionList,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  StatusBadge,
} from '~/components/ui';
import { FollowButton } from '~/components/matter/follow-button';
import { DeactivateOrganisation, LeaveOrganisation, Members } from '~/components/matter/members';
import { isFollowing } from '~/domains/notifications/index.server';
import { addMember, handOver, leaveOrganisation, removeMember } from '~/domains/organisations/members.server';
import { deactivateOrganisation } from '~/domains/organisations/deactivate-organisation.server';
import { organisationPage } from '~/domains/organisations/organisation.query.server';
import { inviteSchema } from '~/domains/organisations/schema';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/http/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const { organisation, membership, mayDeactivate } = await load(args, () => organisationPage(ctx, id));
  const [trail, following] = await Promise.all([
    areaTrail(ctx, organisation.areaId),
    isFollowing(ctx, 'organisation', id),
  ]);
  const members = ctx.actor.kind === 'person' ? organisation.members : null;
  const cached = organisation.state === 'verified';
  return data(
    { organisation: { ...organisation, members }, membership, mayDeactivate, trail, following },
    { headers: cached ? { 'X-Cache-Topics': 'organisations,areas' } : {} },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

const reasonSchema = z.object({ reason: z.string().trim().min(4).max(500) });
const memberSchema = z.object({ personId: z.string().max(26) });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, community);
  const back = async (message: string) =>
    redirect(paths.organisation(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'add':
      return runForm(args, inviteSchema, (input) =>
        addMember(ctx, id, input).then(() => back(t('flash-added'))),
      );
    case 'remove':
      return runForm(args, memberSchema, ({ personId }) =>
        removeMember(ctx, id, personId).then(() => back(t('flash-removed'))),
      );
    case 'hand-over':
      return runForm(args, memberSchema, ({ personId }) =>
        handOver(ctx, id, personId).then(() => back(t('flash-handed-over'))),
      );
    case 'deactivate':
      return runForm(args, reasonSchema, ({ reason }) =>
        deactivateOrganisation(ctx, id, reason).then(() => back(t('flash-deactivated'))),
      );
    case 'leave':
      return runForm(args, z.object({}), () => leaveOrganisation(ctx, id).then(() => back(t('flash-left'))));
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.organisation.name);

export default function Organisation() {
  const { organisation, membership, mayDeactivate, trail, following } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(community);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const word = (key: string) => (hasKey(community, key) ? t(key) : key);
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={trail} />}
        title={organisation.name}
        badges={
          <>
            <StatusBadge>{word(`kind.${organisation.kind}`)}</StatusBadge>
            <StatusBadge tone={organisation.state === 'verified' ? 'success' : 'warning'}>
              {word(`state.${organisation.state}`)}
            </StatusBadge>
          </>
        }
        actions={<FollowButton kind="organisation" id={organisation.id} following={following} />}
      />
      {organisation.state === 'refused' && (
        <Notice kind="warning">{t('refused-because', { reason: organisation.reason ?? '' })}</Notice>
      )}
      {organisation.state === 'inactive' && (
        <Notice kind="warning">{t('inactive-because', { reason: organisation.reason ?? '' })}</Notice>
      )}
      <p className="pre-line">{organisation.about}</p>
      <DescriptionList
        items={[
          { label: t('form.credit-code'), value: organisation.creditCode },
          { label: t('form.contact'), value: organisation.contact },
        ]}
      />
      {organisation.kind === 'department' && (
        <div className="form-actions">
          {(
            [
              [paths.statistics, 'all-statistics'],
              [paths.targets, 'all-targets'],
            ] as const
          ).map(([path, words]) => (
            <LinkButton key={path} variant="quiet" size="small" to={`${path}?department=${organisation.id}`}>
              {t(words)}
            </LinkButton>
          ))}
        </div>
      )}
      <Section title={t('members')}>
        {organisation.members ? (
          <Members members={organisation.members} owner={membership?.mandate === 'owner'} state={state} />
        ) : (
          <p>{t('sign-in-members')}</p>
        )}
        {membership && membership.mandate !== 'owner' && (
          <LeaveOrganisation name={organisation.name} state={state} />
        )}
      </Section>
      {mayDeactivate && <DeactivateOrganisation name={organisation.name} state={state} />}
    </>
  );
}
