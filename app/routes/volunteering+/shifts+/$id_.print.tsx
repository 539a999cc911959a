import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader, Table, TimeSpan } from '~/components/ui';
import { rosterPage } from '~/domains/volunteering/desk/roster.query.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const { shift, opportunity, people, guests } = await load(args, () =>
    rosterPage(requirePerson(args), args.params.id ?? ''),
  );
  const coming = people.filter(({ state }) => !['waiting', 'offered'].includes(state));
  const lines = [
    ...coming.map(({ id, name, role, seats }) => ({ id, name, role, seats })),
    ...guests.map(({ id, name }) => ({ id, name: name ?? '', role: '', seats: 0 })),
  ];
  return { shift, opportunity, people: lines.map((person, at) => ({ ...person, order: at + 1 })) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.opportunity.title);

/** The attendance sheet for paper: the frame of the site is left out when it is printed. */
export default function PrintRoster() {
  const { shift, opportunity, people } = useLoaderData<typeof loader>();
  const t = useText(volunteerDesk);
  const blank = () => <span className="blank-line" />;
  return (
    <>
      <PageHeader
        title={opportunity.title}
        meta={
          <>
            <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
            {shift.place && <span>{shift.place}</span>}
          </>
        }
      />
      <Table
        caption={t('print')}
        empty={t('nobody')}
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          { key: 'order', header: t('arrival'), cell: ({ order }) => order, numeric: true },
          { key: 'name', header: t('name'), cell: ({ name }) => name },
          { key: 'role', header: t('role'), cell: ({ role }) => role },
          { key: 'seats', header: t('seats'), cell: ({ seats }) => seats, numeric: true },
          { key: 'in', header: t('in'), cell: blank },
          { key: 'out', header: t('out'), cell: blank },
          { key: 'signature', header: t('signature'), cell: blank },
        ]}
      />
    </>
  );
}
