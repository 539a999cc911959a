import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaBreadcrumbs, LinkButton, Notice, PageHeader, Section, Time } from '~/components/ui';
import { AgreementDocuments } from '~/components/agreements/agreement-documents';
import { AgreementFiles } from '~/components/agreements/agreement-files';
import { AgreementState } from '~/components/agreements/agreement-state';
import { AgreementText } from '~/components/agreements/agreement-text';
import { Continuations } from '~/components/agreements/continuations';
import { MergedParties } from '~/components/agreements/merged-parties';
import { HeadFacts } from '~/components/agreements/head-facts';
import {
  ClauseNotes,
  DraftingRights,
  ObligationActs,
  ProposedDrafts,
  SignPanel,
  WaysOut,
} from '~/components/agreements/parties-parts';
import { SigningStanding } from '~/components/agreements/signing-standing';
import { waitingOf } from '~/components/agreements/waiting-assents';
import { CommentThread } from '~/components/deliberation/comment-thread';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { History } from '~/components/across/history';
import { agreementPage } from '~/domains/agreements/agreement-page.query.server';
import { agreementRecord } from '~/domains/agreements/agreement-record.query.server';
import { clauseNotesOf, proposedDrafts } from '~/domains/agreements/drafting/draft-notes.query.server';
import { attachmentKind } from '~/domains/agreements/drafting/attachment-kind';
import { noticeDays } from '~/domains/agreements/living/give-notice.server';
import { noteReading } from '~/domains/agreements/signing/record-act.server';
import { commentsOf } from '~/domains/deliberation/index.server';
import { filesAttachedTo } from '~/domains/files/index.server';
import { hasPasskey } from '~/domains/identity/index.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { hangingOfKind } from '~/domains/insights/line-of-matter.query.server';
import { linkedTitle } from '~/domains/insights/linked-title.query.server';
import { areaTrail } from '~/domains/territory/index.server';
import { mayDispatch } from '~/domains/workorders/policy';
import { contextOf, requirePerson } from '~/http/actor.server';
import { agreementAction } from '~/http/actions/agreement-actions.server';
import { askedComments } from '~/http/actions/asked-comments';
import { commentAction } from '~/http/actions/comment-actions.server';
import { load, readForm } from '~/http/forms/forms.server';
import { historyOf } from '~/http/answers/history.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => agreementPage(ctx, id));
  const { areaId, proposalId, state, parties } = page.agreement;
  const device = args.request.headers.get('User-Agent') ?? '';
  if (page.isParty && args.request.method === 'GET') await noteReading(ctx, id, { act: 'opened', device });
  const commented = { kind: 'agreement', id, areaId, authorIds: [], ...askedComments(args.request) };
  const [trail, timeline, following, proposal, comments, record, notes, proposals, files, meetings, passkey] =
    await Promise.all([
      areaTrail(ctx, areaId),
      historyOf(args, 'agreement', id),
      isFollowing(ctx, 'agreement', id),
      linkedTitle(ctx, 'proposal', proposalId),
      page.isParty ? commentsOf(ctx, commented) : null,
      agreementRecord(ctx, page.agreement, page.isParty),
      clauseNotesOf(ctx, { id, parties }),
      proposedDrafts(ctx, { id, parties, version: page.agreement.version }, page.organisations),
      // Once it is frozen the text itself names them.
      page.agreement.contentHash === null ? filesAttachedTo(ctx, attachmentKind, id) : [],
      hangingOfKind(ctx, 'meeting', { kind: 'agreement', id }),
      page.may.sign.allowed && hasPasskey(ctx),
    ]);
  const actingFor = ctx.actor.kind === 'person' ? ctx.actor.actingFor : null;
  const orders = state === 'in-force' && mayDispatch(ctx.actor, areaId).allowed;
  const hanging = {
    passkeyFor: passkey ? id : null,
    proposal,
    meetings,
    comments,
    record,
    notes,
    proposals,
    files,
  };
  const shared = { trail, timeline, following, ...hanging, orders, noticeDays };
  return data(
    { ...page, ...shared, actingFor: actingFor && { id: actingFor.organisationId, name: actingFor.name } },
    { headers: page.isParty ? {} : { 'X-Cache-Topics': 'agreements,organisations,titles,meetings' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const { agreement, isParty } = await load(args, () => agreementPage(ctx, id));
  const intent = String((await readForm(args.request)).get('intent'));
  const answered = await agreementAction(args, { ctx, id, intent });
  if (answered !== null) return answered;
  const { areaId, title, state } = agreement;
  const matter = { kind: 'agreement', id, areaId, title, path: paths.agreement(id) };
  const commented = state === 'draft' && isParty ? await commentAction(args, intent, matter) : null;
  if (commented === null) throw data({ reason: null }, { status: 400 });
  return commented;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => matterTitle('agreement', data?.agreement);

export default function AgreementPage() {
  const { agreement, timeline, record, meetings } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  const key = `next.${agreement.fits ? agreement.state : 'altered'}`;
  return (
    <>
      <Head />
      <Warnings />
      <Text />
      <Moving />
      <Continuations {...record} as={agreement.continuesAs} />
      <PartiesComments />
      <History
        title={t('history')}
        meetings={meetings}
        {...timeline}
        next={{ title: hasKey(agreements, key) ? t(key) : agreement.state, time: null }}
      />
    </>
  );
}

function Warnings() {
  const { agreement, organisations, outOfService, merged, signing, ...page } = useLoaderData<typeof loader>();
  const { isParty, actAs, record, may, actingFor } = page;
  const t = useText(agreements);
  const state = useFormState();
  return (
    <>
      <SigningStanding {...{ signing, organisations }} />
      {outOfService.length > 0 && (
        <Notice kind="warning">{t('out-of-service', { names: outOfService.join(' · ') })}</Notice>
      )}
      <MergedParties
        {...{ agreement, merged, isParty, actAs, state }}
        after={record.after}
        mayAmend={may.continue.includes('amendment')}
        actingFor={actingFor?.id}
      />
      {agreement.noticeOf && agreement.endsAt && (
        <Notice kind="warning">
          {t('notice-given', { name: organisations[agreement.noticeOf]?.name ?? '' })}{' '}
          <Time value={agreement.endsAt} format="date" />
        </Notice>
      )}
    </>
  );
}

function Text() {
  const page = useLoaderData<typeof loader>();
  const { agreement, organisations, may, actingFor, notes, orders, files, drafting, proposals } = page;
  const state = useFormState();
  const writesFor = may.discuss ? (actingFor?.id ?? null) : null;
  const proposed = { proposals, organisations, state, answersFor: writesFor };
  const mayPropose = may.edit.allowed;
  return (
    <>
      {proposals.length > 0 && <ProposedDrafts {...proposed} part="open" />}
      <AgreementText
        {...{ agreement, organisations }}
        acts={(obligation) => (
          <ObligationActs {...{ obligation, state }} orders={orders && obligation.state === 'open'} />
        )}
        notes={(clause) => {
          const own = notes.filter((note) => note.quoted === clause.source || note.clause === clause.number);
          if (own.length === 0 && writesFor === null) return null;
          return <ClauseNotes {...{ clause, notes: own, organisations, writesFor, mayPropose, state }} />;
        }}
      />
      <AgreementFiles {...{ files, state }} mayAdd={may.addFiles} mayRemove={may.removeFiles} />
      {proposals.length > 0 && <ProposedDrafts {...proposed} part="decided" />}
      {drafting && <DraftingRights {...{ drafting, organisations, state }} />}
    </>
  );
}

/** What moves it on, and what it has become as a file. */
function Moving() {
  const page = useLoaderData<typeof loader>();
  const { agreement, organisations, may, actingFor, record, isParty, amount, revision, passkeyFor } = page;
  const state = useFormState();
  const { signBy, signingOrder, contentHash } = agreement;
  return (
    <>
      {agreement.fits && agreement.state === 'frozen' && contentHash !== null && !page.signing?.refusal && (
        <SignPanel
          {...{ contentHash, state, signBy, signingOrder, amount, isParty, passkeyFor }}
          may={may.sign}
          actingFor={actingFor?.name ?? null}
        />
      )}
      <WaysOut
        {...{ agreement, may, state, revision, noticeDays: page.noticeDays }}
        waiting={waitingOf(record.assents, organisations, actingFor?.id)}
      />
      {contentHash && <AgreementDocuments {...{ isParty, state, agreement, documents: record.documents }} />}
    </>
  );
}

function useFormState() {
  const outcome = useActionData<typeof action>();
  return outcome && 'form' in outcome ? outcome.form : undefined;
}

function Head() {
  const { agreement, trail, following, isParty, proposal } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  return (
    <PageHeader
      above={<AreaBreadcrumbs areas={trail} />}
      title={agreement.title}
      badges={<AgreementState state={agreement.fits ? agreement.state : 'altered'} />}
      meta={<HeadFacts {...{ agreement, proposal }} />}
      actions={
        <>
          <FollowAndShare kind="agreement" id={agreement.id} following={following} />
          {isParty && (
            <LinkButton variant="quiet" size="small" to={paths.agreementVersions(agreement.id)}>
              {t('versions')}
            </LinkButton>
          )}
          <LinkButton variant="quiet" size="small" to={paths.printAgreement(agreement.id)}>
            {t('print')}
          </LinkButton>
        </>
      }
    />
  );
}

/** What the parties said while it was a draft stays with them; more is written on a draft alone. */
function PartiesComments() {
  const { comments, agreement } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  const state = useFormState();
  // Where no more can be said, nothing said is nothing to show.
  if (!comments || (agreement.state !== 'draft' && comments.threads.length === 0)) return null;
  return (
    <Section title={t('comments')} id="comments">
      <CommentThread
        discussion={comments}
        subject={{ kind: 'agreement', id: agreement.id }}
        mayComment={agreement.state === 'draft'}
        whyNot={null}
        signInPath={null}
        state={state}
      />
    </Section>
  );
}
