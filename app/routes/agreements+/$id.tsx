import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  AreaBreadcrumbs,
  Button,
  ConfirmForm,
  DisclosureForm,
  Field,
  LinkButton,
  PageHeader,
  Section,
  TextArea,
  Time,
} from '~/components/ui';
import { AgreementState } from '~/components/agreements/agreement-state';
import { AgreementText } from '~/components/agreements/agreement-text';
import { CommentThread } from '~/components/deliberation/comment-thread';
import { EventTimeline } from '~/components/across/event-timeline';
import { LinkedTitle } from '~/components/across/linked-title';
import { FollowButton } from '~/components/across/follow-button';
import { SignPanel } from '~/components/agreements/sign-panel';
import { agreementPage } from '~/domains/agreements/agreement.query.server';
import { freezeAgreement } from '~/domains/agreements/draft-agreement.server';
import { thawAgreement, withdrawAgreement } from '~/domains/agreements/undo-freezing.server';
import { meetObligation } from '~/domains/agreements/meet-obligation.server';
import { declineSchema, freezeSchema, meetSchema, signSchema } from '~/domains/agreements/schema';
import { declineAgreement, signAgreement } from '~/domains/agreements/sign-agreement.server';
import { commentsOf } from '~/domains/deliberation/index.server';
import { timelineOf } from '~/domains/ledger/index.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { linkedTitle } from '~/domains/insights/linked-title.query.server';
import { areaTrail } from '~/domains/territory/index.server';
import { mayDispatch } from '~/domains/workorders/policy';
import { contextOf, requirePerson } from '~/http/actor.server';
import { askedComments } from '~/http/asked-comments';
import { commentAction } from '~/http/comment-actions.server';
import { flash, load, readForm, runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { hasKey, textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => agreementPage(ctx, id));
  const { areaId, proposalId, state } = page.agreement;
  const [trail, timeline, following, proposal, comments] = await Promise.all([
    areaTrail(ctx, areaId),
    timelineOf(ctx, [{ kind: 'agreement', id }]),
    isFollowing(ctx, 'agreement', id),
    linkedTitle(ctx, 'proposal', proposalId),
    state === 'draft'
      ? commentsOf(ctx, { kind: 'agreement', id, areaId, authorIds: [], ...askedComments(args.request) })
      : null,
  ]);
  const actingFor = ctx.actor.kind === 'person' ? ctx.actor.actingFor : null;
  const orders = mayDispatch(ctx.actor, areaId).allowed;
  const shared = { trail, timeline, following, proposal, comments, orders };
  return data(
    { ...page, ...shared, actingFor: actingFor?.name ?? null },
    { headers: state === 'draft' ? {} : { 'X-Cache-Topics': 'agreements,organisations,titles' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, agreements);
  const { agreement } = await load(args, () => agreementPage(ctx, id));
  const back = async (message: string) =>
    redirect(paths.agreement(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  const intent = String((await readForm(args.request)).get('intent'));
  switch (intent) {
    case 'freeze':
      return runForm(args, freezeSchema, ({ revision }) =>
        freezeAgreement(ctx, id, revision).then(() => back(t('flash-frozen'))),
      );
    case 'sign':
      return runForm(args, signSchema, (input) =>
        args.context.attempts
          .guess(ctx.actor.personId, () => signAgreement(ctx, id, input))
          .then(() => back(t('flash-signed'))),
      );
    case 'decline':
      return runForm(args, declineSchema, ({ reason }) =>
        declineAgreement(ctx, id, reason).then(() => back(t('flash-declined'))),
      );
    case 'thaw':
      return runForm(args, z.object({}), () => thawAgreement(ctx, id).then(() => back(t('flash-thawed'))));
    case 'withdraw':
      return runForm(args, declineSchema, ({ reason }) =>
        withdrawAgreement(ctx, id, reason).then(() => back(t('flash-withdrawn'))),
      );
    case 'meet':
      return runForm(args, meetSchema, ({ obligationId, report }) =>
        meetObligation(ctx, obligationId, report).then(() => back(t('flash-met'))),
      );
  }
  const { areaId, title, state } = agreement;
  const matter = { kind: 'agreement', id, areaId, title, path: paths.agreement(id) };
  const commented = state === 'draft' ? await commentAction(args, intent, matter) : null;
  if (commented === null) throw data({ reason: null }, { status: 400 });
  return commented;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.agreement.title);

export default function AgreementPage() {
  const { agreement, organisations, may, timeline, actingFor } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  const state = useFormState();
  const key = `next.${agreement.fits ? agreement.state : 'altered'}`;
  return (
    <>
      <Head />
      <AgreementText
        agreement={agreement}
        organisations={organisations}
        acts={(obligationId) => <ObligationActs obligationId={obligationId} />}
      />
      {may.edit.allowed && <DraftActs />}
      {agreement.fits && agreement.state === 'frozen' && agreement.contentHash && (
        <SignPanel may={may.sign} contentHash={agreement.contentHash} actingFor={actingFor} state={state} />
      )}
      <FrozenActs />
      <DraftComments />
      <Section title={t('history')}>
        <EventTimeline
          events={timeline}
          next={{ title: hasKey(agreements, key) ? t(key) : agreement.state, time: null }}
        />
      </Section>
    </>
  );
}

function useFormState() {
  const outcome = useActionData<typeof action>();
  return outcome && 'form' in outcome ? outcome.form : undefined;
}

function Head() {
  const { agreement, trail, proposal, following } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  return (
    <PageHeader
      above={<AreaBreadcrumbs areas={trail} />}
      title={agreement.title}
      badges={<AgreementState state={agreement.fits ? agreement.state : 'altered'} />}
      meta={
        <>
          {agreement.fits && agreement.inForceAt && (
            <span>
              {t('in-force-at')} <Time value={agreement.inForceAt} />
            </span>
          )}
          {proposal && (
            <span>
              {t('proposal')} <LinkedTitle {...proposal} path={paths.proposal} />
            </span>
          )}
        </>
      }
      actions={
        <>
          <FollowButton kind="agreement" id={agreement.id} following={following} />
          <LinkButton variant="quiet" size="small" to={paths.printAgreement(agreement.id)}>
            {t('print')}
          </LinkButton>
        </>
      }
    />
  );
}

function ObligationActs({ obligationId }: { obligationId: string }) {
  const { agreement, orders } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  const state = useFormState();
  const obligation = agreement.obligations.find(({ id }) => id === obligationId);
  if (obligation?.state !== 'open' || agreement.state !== 'in-force') return null;
  return (
    <div className="form-actions">
      {obligation.mayReport && (
        <DisclosureForm
          trigger={t('meet')}
          size="small"
          intent="meet"
          hidden={{ obligationId }}
          state={state}
        >
          <Field name="report" label={t('meet-report')} required>
            <TextArea rows={3} maximum={2000} />
          </Field>
          <Button size="small">{t('meet')}</Button>
        </DisclosureForm>
      )}
      {orders && (
        <LinkButton size="small" variant="quiet" to={`${paths.newWorkOrder}?obligation=${obligationId}`}>
          {t('to-order')}
        </LinkButton>
      )}
    </div>
  );
}

function DraftActs() {
  const { agreement, may, revision } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  const state = useFormState();
  return (
    <div className="form-actions">
      <LinkButton variant="secondary" to={paths.editAgreement(agreement.id)}>
        {t('edit')}
      </LinkButton>
      {may.freeze.allowed && (
        <ConfirmForm
          intent="freeze"
          revision={revision}
          trigger={t('freeze')}
          title={t('freeze-title')}
          description={<p>{t('freeze-hint')}</p>}
          confirm={t('freeze')}
          variant="primary"
          state={state}
        />
      )}
    </div>
  );
}

/** The ways out of a frozen text, so that none waits for ever. */
function FrozenActs() {
  const { may } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  const state = useFormState();
  if (!may.thaw && !may.withdraw) return null;
  return (
    <div className="form-actions">
      {may.thaw && (
        <ConfirmForm
          intent="thaw"
          trigger={t('thaw')}
          title={t('thaw-title')}
          description={<p>{t('thaw-hint')}</p>}
          confirm={t('thaw')}
          variant="secondary"
          state={state}
        />
      )}
      {may.withdraw && (
        <ConfirmForm
          intent="withdraw"
          trigger={t('withdraw')}
          title={t('withdraw-title')}
          description={<p>{t('withdraw-hint')}</p>}
          variant="quiet"
          danger
          state={state}
          reason={t('reason')}
        />
      )}
    </div>
  );
}

function DraftComments() {
  const { comments, agreement } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  const state = useFormState();
  if (!comments) return null;
  return (
    <Section title={t('comments')} id="comments">
      <CommentThread
        discussion={comments}
        subject={{ kind: 'agreement', id: agreement.id }}
        mayComment
        whyNot={null}
        signInPath={null}
        state={state}
      />
    </Section>
  );
}
