import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { LinkButton, Notice, PageHeader, TimeSpan, useHydrated } from '~/components/ui';
import { OfflineList } from '~/components/volunteering/offline-list';
import { rosterPage } from '~/domains/volunteering/desk/roster.query.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerOffline } from '~/i18n/volunteer-offline';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { shift, opportunity, people } = await load(args, () => rosterPage(ctx, args.params.id ?? ''));
  const lines = people.map(({ id, name, role, seats, state, own, checkedInAt, checkedOutAt }) => ({
    ...{ id, name, role, seats, own, checkedInAt, checkedOutAt },
    waits: state === 'waiting' || state === 'offered',
  }));
  // What stays on a device is no more than its page shows.
  const { id, startsAt, endsAt, place } = shift;
  const shown = { shift: { id, startsAt, endsAt, place }, opportunity: { title: opportunity.title } };
  return { ...shown, lines, title: textIn(ctx.locale, volunteerOffline)('title') };
}

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** The list for a place without network: opened before, ticked there, sent by itself when there is network again. */
export default function Offline() {
  const { shift, opportunity, lines, title } = useLoaderData<typeof loader>();
  const t = useText(volunteerOffline);
  const hydrated = useHydrated();
  return (
    <>
      <PageHeader
        above={<Link to={paths.shiftRoster(shift.id)}>{t('roster')}</Link>}
        title={title}
        lead={t('lead')}
        meta={
          <>
            <span>{opportunity.title}</span>
            <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
            {shift.place && <span>{shift.place}</span>}
          </>
        }
      />
      {hydrated ? (
        <OfflineList shiftId={shift.id} lines={lines} />
      ) : (
        <>
          <Notice kind="info">{t('without-scripts')}</Notice>
          <LinkButton to={paths.printRoster(shift.id)}>{t('print')}</LinkButton>
        </>
      )}
    </>
  );
}
