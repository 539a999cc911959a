import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { XlsxLink } from '~/components/across/xlsx-link';
import { CardList, EmptyState, LinkButton, PageHeader, StatGrid } from '~/components/ui';
import { OwnShift } from '~/components/volunteering/own-shift';
import { objectToRecord } from '~/domains/volunteering/attendance/object.server';
import { acceptOffer } from '~/domains/volunteering/places/answer-offer.server';
import { objectionSchema, withdrawSchema } from '~/domains/volunteering/schema';
import { withdraw } from '~/domains/volunteering/places/sign-up.server';
import { ownVolunteering } from '~/domains/volunteering/own-volunteering.query.server';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { rows, hours } = await ownVolunteering(ctx, ctx.actor.personId);
  return { rows, hours, title: textIn(ctx.locale, volunteering)('mine') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, volunteering);
  const back = async (message: string) =>
    redirect(paths.myVolunteering, { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'object':
      return runForm(args, objectionSchema, ({ signUpId, words }) =>
        objectToRecord(ctx, signUpId, words).then(() => back(t('flash-objected'))),
      );
    case 'accept':
      return runForm(args, withdrawSchema, ({ shiftId }) =>
        acceptOffer(ctx, shiftId).then(() => back(t('flash-accepted'))),
      );
    case 'withdraw':
      return runForm(args, withdrawSchema, ({ shiftId, reason }) =>
        withdraw(ctx, shiftId, reason).then(() => back(t('flash-withdrawn'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function MyVolunteering() {
  const { rows, hours } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(volunteering);
  return (
    <div className="stack">
      <PageHeader title={t('mine')} lead={t('mine-lead')} actions={<MoreOfMine />} />
      <StatGrid
        stats={[
          {
            key: 'hours',
            label: t('mine-hours'),
            value: t('mine-hours-value', { hours }),
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t('mine-empty-title')}
          action={<LinkButton to={paths.volunteering}>{t('see-all')}</LinkButton>}
        >
          {t('mine-empty-body')}
        </EmptyState>
      ) : (
        <CardList label={t('mine')}>
          {rows.map((row) => (
            <OwnShift key={row.id} row={row} state={state} />
          ))}
        </CardList>
      )}
    </div>
  );
}

function MoreOfMine() {
  const t = useText(volunteering);
  return (
    <>
      <LinkButton to={paths.volunteeringForYou}>{t('for-you')}</LinkButton>
      <LinkButton variant="secondary" to={paths.volunteerPoints}>
        {t('points')}
      </LinkButton>
      <LinkButton variant="secondary" to={paths.certificates}>
        {t('certificates')}
      </LinkButton>
      <LinkButton variant="secondary" to={paths.volunteerCalendars}>
        {t('calendar')}
      </LinkButton>
      <LinkButton variant="secondary" to={paths.volunteerRecord}>
        {t('record')}
      </LinkButton>
      <XlsxLink className="button button-quiet" csv={paths.volunteerRecordCsv} />
    </>
  );
}
