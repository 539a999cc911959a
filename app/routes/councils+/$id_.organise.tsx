import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm, LinkButton, PageHeader, StatGrid } from '~/components/ui';
import { AuditorsPart } from '~/components/councils/auditors-part';
import { CheckPart } from '~/components/councils/check-part';
import { BoundsForm, InviteForm } from '~/components/councils/invite-form';
import { DrawForms } from '~/components/councils/draw-forms';
import { SeatTable } from '~/components/councils/seat-table';
import { organisePage } from '~/domains/councils/organise.query.server';
import { requirePerson } from '~/http/actor.server';
import { councilAction, deskActs } from '~/http/actions/council-actions.server';
import { flash, load, readForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { councilDesk } from '~/i18n/council-desk';
import { councils } from '~/i18n/councils';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => organisePage(ctx, args.params.id ?? ''));
  const title = textIn(ctx.locale, councilDesk)('title');
  const { list, draw, source, checking } = page;
  return data({
    ...{ ...page, title },
    list: explain(ctx.locale, list),
    draw: explain(ctx.locale, draw),
    source: explain(ctx.locale, source),
    checking: checking && explain(ctx.locale, checking),
  });
}

export async function action(args: ActionFunctionArgs) {
  requirePerson(args);
  const form = await readForm(args.request);
  // The same form has two buttons: bounds are looked at before they are saved.
  const intent = form.get('try') === 'yes' ? 'try-bounds' : String(form.get('intent'));
  return councilAction(args, {
    acts: deskActs,
    intent,
    back: async (message) =>
      redirect(paths.organiseCouncil(args.params.id ?? ''), {
        headers: { 'Set-Cookie': await flash(args, message) },
      }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function OrganiseCouncil() {
  const page = useLoaderData<typeof loader>();
  const { council, counts, may, quotaLines, check, checking, seats, auditors, title } = page;
  const { list, draw, source, pending, balls } = page;
  const outcome = useActionData<typeof action>();
  const d = useText(councilDesk);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const { version } = council;
  return (
    <>
      <PageHeader
        title={title}
        lead={council.title}
        actions={
          <LinkButton variant="quiet" to={paths.council(council.id)}>
            {d('back')}
          </LinkButton>
        }
      />
      <Standing />
      {may.invite && <InviteForm {...{ version, state }} first={counts.invited === 0} />}
      {checking && <CheckPart {...{ version, check, checking, state }} />}
      {may.bounds && <BoundsForm {...{ version, state }} quotaLines={check?.tried ?? quotaLines} />}
      <DrawForms
        {...{ version, list, draw, source, pending, balls, state }}
        replaces={council.state !== 'inviting'}
      />
      <SeatTable {...{ seats, may, state }} />
      <AuditorsPart {...{ auditors, state }} mayName={may.nameAuditor} />
      {may.cancel && <CancelForm state={state} />}
    </>
  );
}

function Standing() {
  const { council, counts, vacant, may } = useLoaderData<typeof loader>();
  const t = useText(councils);
  const d = useText(councilDesk);
  const { invited, volunteered, declined, drawn, accepted, left } = counts;
  const sits = drawn + accepted + left > 0;
  return (
    <section aria-label={d('steps')}>
      <StatGrid
        stats={[
          { key: 'invited', label: d('invited'), value: invited },
          { key: 'volunteered', label: d('volunteered'), value: volunteered },
          { key: 'declined', label: d('declined'), value: declined },
          {
            key: 'no-answer',
            label: d('no-answer'),
            value: invited - volunteered - declined - drawn - accepted - left,
          },
          ...(sits
            ? [
                { key: 'accepted', label: d('accepted'), value: accepted },
                { key: 'drawn', label: d('not-answered'), value: drawn },
                { key: 'vacant', label: d('vacant'), value: vacant },
              ]
            : []),
        ]}
      />
      {may.change && (
        <LinkButton variant="secondary" to={paths.editCouncil(council.id)}>
          {t('edit')}
        </LinkButton>
      )}
    </section>
  );
}

function CancelForm({ state }: { state: FormState | undefined }) {
  const d = useText(councilDesk);
  return (
    <ConfirmForm
      intent="cancel"
      state={state}
      trigger={d('cancel')}
      title={d('cancel-title')}
      description={<p>{d('cancel-hint')}</p>}
      variant="quiet"
      danger
      reason={d('reason')}
    />
  );
}
