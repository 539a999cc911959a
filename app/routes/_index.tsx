import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import {
  Card,
  CardList,
  EmptyState,
  FilterArea,
  FilterBar,
  LinkButton,
  PageHeader,
  Section,
  Time,
  TimeSpan,
} from '~/components/ui';
import { WaitingList } from '~/components/across/waiting-list';
import { useRootData } from '~/components/layout/use-viewer';
import { ProposalCard } from '~/components/proposals/proposal-card';
import { homePage } from '~/domains/insights/home.query.server';
import { areaFilter, areaNames } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { home } from '~/i18n/home';
import { mine } from '~/i18n/mine';
import { useText } from '~/i18n/use-text';

const topics = 'proposals,ballots,volunteering,areas';
/** Of what may wait for who is signed in. */
const ownTopics = 'work-orders,agreements,meetings,councils';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const own = ctx.actor.kind === 'person' ? (ctx.actor.homeAreaId ?? ctx.actor.residenceAreaId) : null;
  const areaId = (asked.get('area') ?? own) || undefined;
  const [page, areas] = await Promise.all([
    homePage(ctx, areaId),
    areaFilter(ctx, asked, { chosen: areaId }),
  ]);
  const everything = [...page.gathering, ...page.ballots, ...page.volunteering, ...page.results];
  const names = await areaNames(ctx, [...everything.map((item) => item.areaId), ...(areaId ? [areaId] : [])]);
  const near = areaId ? (names[areaId] ?? null) : null;
  return data(
    {
      ...page,
      ...(await categoriesFor(args)),
      areas,
      areaId,
      names,
      near,
      title: textIn(ctx.locale, home)('title'),
    },
    { headers: { 'X-Cache-Topics': ctx.actor.kind === 'person' ? `${topics},${ownTopics}` : topics } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const line = ['voice', 'deliberation', 'decision', 'commitment', 'work', 'result'] as const;

export default function HomePage() {
  return useRootData()?.senior ? <SeniorHome /> : <Home />;
}

function Home() {
  const { areas, areaId, near, gathering, ballots, volunteering } = useLoaderData<typeof loader>();
  const t = useText(home);
  const nothing = gathering.length + ballots.length + volunteering.length === 0;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="form-actions mb-6">
        <LinkButton size="large" to={paths.newFeedback}>
          {t('quick-feedback')}
        </LinkButton>
        <LinkButton size="large" variant="secondary" to={paths.newProposal}>
          {t('quick-propose')}
        </LinkButton>
      </div>
      <WaitingForYou />
      <FilterBar>
        <FilterArea areas={areas} {...(areaId ? { defaultValue: areaId } : {})} />
      </FilterBar>
      {nothing ? (
        <EmptyState
          title={t('nothing-title')}
          action={<LinkButton to={paths.newProposal}>{t('quick-propose')}</LinkButton>}
        >
          {t('nothing-text')}
        </EmptyState>
      ) : (
        <p className="text-lg font-semibold">{near ? t('near', { area: near }) : t('everywhere')}</p>
      )}
      <Open />
      <Results />
      <Section title={t('line-title')}>
        <ol className="line-explained">
          {line.map((key, index) => (
            <li key={key}>
              <span aria-hidden="true">{index + 1}</span> {t(`line.${key}`)}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** In senior mode what waits, four large buttons, what can be voted on, and what came of things. */
function SeniorHome() {
  const t = useText(home);
  const doors = [
    [paths.newFeedback, t('quick-feedback')],
    [paths.mine, t('senior-mine')],
    [paths.ballots, t('senior-ballots')],
    [paths.services, t('senior-services')],
  ] as const;
  return (
    <>
      <PageHeader title={t('title')} />
      <WaitingForYou />
      <ul className="senior-doors">
        {doors.map(([to, words]) => (
          <li key={to}>
            <LinkButton size="large" to={to} variant={to === paths.newFeedback ? 'primary' : 'secondary'}>
              {words}
            </LinkButton>
          </li>
        ))}
      </ul>
      <OpenBallots />
      <Results />
    </>
  );
}

/** So many stand before what is going on: the page of one's own has all. */
const mostWaiting = 5;

/** What only the reader can do: nobody else is asked. */
function WaitingForYou() {
  const { waiting } = useLoaderData<typeof loader>();
  const t = useText(mine);
  if (waiting.length === 0) return null;
  const more =
    waiting.length > mostWaiting ? (
      <More to={paths.mine}>{t('waiting-more', { count: waiting.length })}</More>
    ) : undefined;
  return (
    <Section title={t('waiting-title')} actions={more}>
      <WaitingList waiting={waiting.slice(0, mostWaiting)} />
    </Section>
  );
}

function More({ to, children }: { to: string; children: ReactNode }) {
  return (
    <LinkButton variant="quiet" size="small" to={to}>
      {children}
    </LinkButton>
  );
}

function OpenBallots() {
  const { names, ballots } = useLoaderData<typeof loader>();
  const t = useText(home);
  if (ballots.length === 0) return null;
  return (
    <Section title={t('ballots')} actions={<More to={paths.ballots}>{t('more-ballots')}</More>}>
      <CardList grid>
        {ballots.map((ballot) => (
          <Card
            key={ballot.id}
            title={ballot.title}
            to={paths.ballot(ballot.id)}
            meta={
              <>
                <span>{names[ballot.areaId]}</span>
                <span>
                  {t('closes-at')} <Time value={ballot.closesAt} relative />
                </span>
              </>
            }
          />
        ))}
      </CardList>
    </Section>
  );
}

function Open() {
  const { names, gathering } = useLoaderData<typeof loader>();
  const t = useText(home);
  return (
    <>
      <OpenBallots />
      {gathering.length > 0 && (
        <Section title={t('gathering')} actions={<More to={paths.proposals}>{t('more-proposals')}</More>}>
          <CardList grid>
            {gathering.map((item) => (
              <ProposalCard key={item.id} proposal={item} areaName={names[item.areaId]} />
            ))}
          </CardList>
        </Section>
      )}
      <Volunteering />
    </>
  );
}

/** Where hands are wanted, and when next. */
function Volunteering() {
  const { names, volunteering } = useLoaderData<typeof loader>();
  const t = useText(home);
  if (volunteering.length === 0) return null;
  return (
    <Section
      title={t('volunteering')}
      actions={<More to={paths.volunteering}>{t('more-volunteering')}</More>}
    >
      <CardList grid>
        {volunteering.map((item) => (
          <Card
            key={item.id}
            title={item.title}
            to={paths.opportunity(item.id)}
            meta={
              <>
                <span>{names[item.areaId]}</span>
                {item.next && <TimeSpan {...item.next} />}
              </>
            }
          />
        ))}
      </CardList>
    </Section>
  );
}

function Results() {
  const { names, results } = useLoaderData<typeof loader>();
  const t = useText(home);
  return (
    <Section title={t('results')}>
      {results.length === 0 ? (
        <p>{t('no-results')}</p>
      ) : (
        <CardList grid>
          {results.map((item) => (
            <ProposalCard key={item.id} proposal={item} areaName={names[item.areaId]} />
          ))}
        </CardList>
      )}
    </Section>
  );
}
