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
import { FollowAndShare } from '~/components/across/follow-and-share';
import { Documents } from '~/components/files/documents';
import type { DocumentShown } from '~/components/files/documents';
import { LinkedMatters } from '~/components/across/linked-matters';
import { Invitation } from '~/components/organisations/invitations';
import { ForOwners } from '~/components/organisations/for-owners';
import { LeaveOrganisation, Members } from '~/components/organisations/members';
import { OrganisationService, Predecessors } from '~/components/organisations/organisation-service';
import { awaitedSignatures } from '~/domains/agreements/signing/signing-outlook.query.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { leaveOrganisation, removeMember } from '~/domains/organisations/members.server';
import { answerOffer, offerOwnership } from '~/domains/organisations/hand-over.server';
import {
  answerInvitation,
  inviteMember,
  invitationsFor,
  invitationsOut,
  withdrawInvitation,
} from '~/domains/organisations/invite-member.server';
import {
  deactivateOrganisation,
  reactivateOrganisation,
} from '~/domains/organisations/deactivate-organisation.server';
import { certificatesOf } from '~/domains/organisations/certificates.server';
import { organisationPage } from '~/domains/organisations/organisation.query.server';
import { inviteSchema, signatorySchema } from '~/domains/organisations/schema';
import { nameSignatory, revokeSignatory, signatoriesOf } from '~/domains/organisations/signatories.server';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const { organisation, ...page } = await load(args, () => organisationPage(ctx, id));
  if (organisation.mergedIntoId) throw redirect(paths.organisation(organisation.mergedIntoId));
  const [certificates, done, out, mine, trail, following, signatories, awaited] = await Promise.all([
    certificatesOf(ctx, organisation),
    ctx.subjects.doneBy(ctx, id),
    invitationsOut(ctx, id),
    invitationsFor(ctx),
    areaTrail(ctx, organisation.areaId),
    isFollowing(ctx, 'organisation', id),
    signatoriesOf(ctx, id),
    page.isOwner ? awaitedSignatures(ctx, id) : [],
  ]);
  const members = ctx.actor.kind === 'person' ? organisation.members : null;
  const cached = organisation.state === 'verified';
  return data(
    {
      ...page,
      organisation: { ...organisation, members },
      ...{ certificates, done },
      out,
      invitedAs: mine.invitations.find((row) => row.organisation.id === id)?.mandate ?? null,
      offered: mine.offers.some((row) => row.organisation.id === id),
      trail,
      following,
      signatories,
      awaited,
    },
    { headers: cached ? { 'X-Cache-Topics': 'organisations,areas,agreements,volunteering' } : {} },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

const reasonSchema = z.object({ reason: z.string().trim().min(4).max(500) });
const answerSchema = z.object({ answer: z.enum(['accept', 'decline']) });
const invitationSchema = z.object({ invitationId: z.string().max(26) });
const memberSchema = z.object({ personId: z.string().max(26) });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, community);
  const back = async (message: string) =>
    redirect(paths.organisation(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'invite':
      return runForm(args, inviteSchema, (input) =>
        inviteMember(ctx, id, input).then(() => back(t('flash-invited'))),
      );
    case 'withdraw-invitation':
      return runForm(args, invitationSchema, ({ invitationId }) =>
        withdrawInvitation(ctx, id, invitationId).then(() => back(t('flash-invitation-withdrawn'))),
      );
    case 'answer-invitation':
      return runForm(args, answerSchema, ({ answer }) =>
        answerInvitation(ctx, id, answer).then(() => back(t(`flash-${answer}`))),
      );
    case 'answer-offer':
      return runForm(args, answerSchema, ({ answer }) =>
        answerOffer(ctx, id, answer).then(() => back(t(`flash-${answer}`))),
      );
    case 'remove':
      return runForm(args, memberSchema, ({ personId }) =>
        removeMember(ctx, id, personId).then(() => back(t('flash-removed'))),
      );
    case 'hand-over':
      return runForm(args, memberSchema, ({ personId }) =>
        offerOwnership(ctx, id, personId).then(() => back(t('flash-offered'))),
      );
    case 'name-signatory':
      return runForm(args, signatorySchema, (input) =>
        nameSignatory(ctx, id, input).then(() => back(t('flash-signatory'))),
      );
    case 'revoke-signatory':
      return runForm(args, z.object({ mandateId: z.string().max(26) }), ({ mandateId }) =>
        revokeSignatory(ctx, id, mandateId).then(() => back(t('flash-signatory-revoked'))),
      );
    case 'deactivate':
      return runForm(args, reasonSchema, ({ reason }) =>
        deactivateOrganisation(ctx, id, reason).then(() => back(t('flash-deactivated'))),
      );
    case 'reactivate':
      return runForm(args, reasonSchema, ({ reason }) =>
        reactivateOrganisation(ctx, id, reason).then(() => back(t('flash-reactivated'))),
      );
    case 'leave':
      return runForm(args, z.object({}), async () => {
        await leaveOrganisation(ctx, id);
        // An organisation that was never verified is shown to its members only.
        return redirect(paths.organisations, {
          headers: { 'Set-Cookie': await flash(args, t('flash-left')) },
        });
      });
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  matterTitle(
    'organisation',
    data && { id: data.organisation.id, title: data.organisation.name },
    data?.organisation.about,
  );

/** By which it was verified, for its members and who verifies. */
function Certificates({ files }: { files: readonly DocumentShown[] }) {
  const t = useText(community);
  return files.length === 0 ? t('certificates-none') : <Documents documents={files} />;
}

function Resubmit({ id }: { id: string }) {
  const t = useText(community);
  return (
    <div className="form-actions">
      <LinkButton to={paths.editOrganisation(id)}>{t('resubmit')}</LinkButton>
    </div>
  );
}

function OfDepartment({ id }: { id: string }) {
  const t = useText(community);
  return (
    <div className="form-actions">
      {[
        { path: paths.statistics, words: t('all-statistics') },
        { path: paths.targets, words: t('all-targets') },
      ].map(({ path, words }) => (
        <LinkButton key={path} variant="quiet" size="small" to={`${path}?department=${id}`}>
          {words}
        </LinkButton>
      ))}
    </div>
  );
}

export default function Organisation() {
  const { organisation, membership, owned, certificates, trail, following, ...page } =
    useLoaderData<typeof loader>();
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
        actions={<FollowAndShare kind="organisation" id={organisation.id} following={following} />}
      />
      {organisation.state === 'refused' && (
        <Notice kind="warning">{t('refused-because', { reason: organisation.reason ?? '' })}</Notice>
      )}
      {organisation.state === 'inactive' && (
        <Notice kind="warning">
          {organisation.reason ? t('inactive-because', { reason: organisation.reason }) : t('state.inactive')}
        </Notice>
      )}
      {!owned && <Notice kind="warning">{t('without-owner')}</Notice>}
      {page.mayResubmit && <Resubmit id={organisation.id} />}
      <Invitation invitedAs={page.invitedAs} offered={page.offered} state={state} />
      <p className="pre-line">{organisation.about}</p>
      <DescriptionList
        items={[
          { label: t('form.credit-code'), value: organisation.creditCode },
          { label: t('form.contact'), value: organisation.contact },
          ...(certificates
            ? [{ label: t('certificates'), value: <Certificates files={certificates} /> }]
            : []),
        ]}
      />
      <Predecessors predecessors={page.predecessors} />
      {organisation.kind === 'department' && <OfDepartment id={organisation.id} />}
      {page.done.length > 0 && (
        <Section title={t('does')}>
          <LinkedMatters linked={page.done} />
        </Section>
      )}
      <Section title={t('members')}>
        {organisation.members ? (
          <Members
            members={organisation.members}
            owner={page.isOwner}
            mayOffer={page.mayOffer}
            state={state}
          />
        ) : (
          <p>{t('sign-in-members')}</p>
        )}
        {page.isOwner && <ForOwners {...{ organisation, state }} page={page} />}
        {membership && <LeaveOrganisation name={organisation.name} owner={page.isOwner} state={state} />}
      </Section>
      <OrganisationService may={page} {...{ organisation, state }} />
    </>
  );
}
