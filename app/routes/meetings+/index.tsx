import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { Card, FilterArea, FilterBar, LinkButton, PageHeader, PagedList, Tabs, Time } from '~/components/ui';
import { MeetingBadges } from '~/components/meetings/meeting-state';
import { listMeetings } from '~/domains/meetings/meeting.query.server';
import { mayConveneSomewhere } from '~/domains/meetings/policy';
import { contextOf } from '~/http/actor.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { feedLink, pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { meetings } from '~/i18n/meetings';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { areaId, cursor, one, mine } = listAsked(args);
  const past = one('when', ['past']) !== undefined;
  const signedIn = ctx.actor.kind === 'person';
  const answer = await listAnswer(args, {
    page: await listMeetings(ctx, { areaId, cursor, past, mine }),
    title: textIn(ctx.locale, meetings)('title'),
    topics: mine ? null : 'meetings,areas',
    more: { past, mine: mine && signedIn, signedIn, mayConvene: mayConveneSomewhere(ctx.actor).allowed },
  });
  // What is over leaves the list by the clock, which drops no kept page: this one is not kept.
  return data(answer.data);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  feedLink('meetings'),
  { tagName: 'link', rel: 'alternate', type: 'text/calendar', href: paths.feed('meetings', 'ics') },
];

/** The same list at another time, or of one's own; what it is narrowed to stays. */
function useViews() {
  const { past, mine, signedIn } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  const [asked] = useSearchParams();
  const area = asked.get('area');
  const at = (change: Record<string, string>) => {
    const query = new URLSearchParams({ ...change, ...(area && { area }) }).toString();
    return query === '' ? paths.meetings : `${paths.meetings}?${query}`;
  };
  return [
    { to: at({}), label: t('upcoming'), current: !past && !mine },
    { to: at({ when: 'past' }), label: t('past'), current: past && !mine },
    ...(signedIn ? [{ to: at({ whose: 'mine' }), label: t('mine'), current: mine }] : []),
  ];
}

export default function Meetings() {
  const { items, next, areas, past, mayConvene, mine } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayConvene ? <LinkButton to={paths.newMeeting}>{t('new')}</LinkButton> : undefined}
      />
      <Tabs label={t('views')} tabs={useViews()} />
      {!mine && (
        <FilterBar>
          <FilterArea areas={areas} />
          {past && <input type="hidden" name="when" value="past" />}
        </FilterBar>
      )}
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t('empty-title'),
          text: t('empty-body'),
          action: (
            <LinkButton variant="secondary" to={paths.proposals}>
              {t('see-proposals')}
            </LinkButton>
          ),
        }}
      >
        {(item) => <MeetingCard key={item.id} item={item} />}
      </PagedList>
    </>
  );
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number];

function MeetingCard({ item }: { item: Item }) {
  const { names } = useLoaderData<typeof loader>();
  return (
    <Card
      headingLevel={2}
      title={item.title}
      to={paths.meeting(item.id)}
      badges={<MeetingBadges kind={item.kind} state={item.state} />}
      meta={
        <>
          <Time value={item.startsAt} />
          <span>{item.place}</span>
          <span>{names[item.areaId]}</span>
        </>
      }
    />
  );
}
