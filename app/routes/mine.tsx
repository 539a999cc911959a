import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  Card,
  CardList,
  EmptyState,
  LinkButton,
  PageHeader,
  Section,
  StatusBadge,
  Time,
} from '~/components/ui';
import { WaitingList } from '~/components/across/waiting-list';
import { UnsentFeedback } from '~/components/offline/unsent-feedback';
import { minePage } from '~/domains/insights/mine.query.server';
import type { OwnMatter } from '~/domains/waiting';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { mine } from '~/i18n/mine';
import { useText } from '~/i18n/use-text';
import { pathOfSubject, paths } from '~/paths';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return { ...(await minePage(ctx)), title: textIn(ctx.locale, mine)('title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Mine() {
  const { waiting } = useLoaderData<typeof loader>();
  const t = useText(mine);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <UnsentFeedback />
      <Section title={t('waiting-title')}>
        {waiting.length === 0 ? <p>{t('waiting-empty')}</p> : <WaitingList waiting={waiting} />}
      </Section>
      <Matters />
      <Links />
    </>
  );
}

/** What the reader asked for, each with where it stands and by what number it is known. */
function Matters() {
  const { matters } = useLoaderData<typeof loader>();
  const t = useText(mine);
  if (matters.length === 0)
    return (
      <Section title={t('matters-title')}>
        <EmptyState
          title={t('matters-empty-title')}
          action={<LinkButton to={paths.newFeedback}>{t('new-feedback')}</LinkButton>}
        >
          {t('matters-empty-text')}
        </EmptyState>
      </Section>
    );
  return (
    <Section title={t('matters-title')}>
      <CardList label={t('matters-title')}>
        {matters.map((matter) => (
          <Matter key={matter.id} {...matter} />
        ))}
      </CardList>
      <div className="form-actions">
        <LinkButton variant="quiet" size="small" to={`${paths.feedback}?whose=mine`}>
          {t('matters-feedback')}
        </LinkButton>
        <LinkButton variant="quiet" size="small" to={`${paths.proposals}?whose=mine`}>
          {t('matters-proposals')}
        </LinkButton>
      </div>
    </Section>
  );
}

function Matter({ kind, id, title, number, state, next, at }: OwnMatter) {
  const t = useText(mine);
  return (
    <Card
      title={title}
      to={pathOfSubject(kind, id)}
      badges={<StatusBadge tone="info">{state}</StatusBadge>}
      meta={
        <>
          {number !== null && <span>{t('matters-number', { number })}</span>}
          <Time value={at} format="date" />
        </>
      }
    >
      {next}
    </Card>
  );
}

const links = [
  [paths.inbox, 'inbox'],
  [paths.myVolunteering, 'volunteering'],
  [paths.account, 'account'],
  [paths.residence, 'residence'],
  [paths.noticeTopics, 'notices'],
  [paths.heldData, 'data'],
] as const;

function Links() {
  const t = useText(mine);
  return (
    <Section title={t('more-title')}>
      <ul className="more-links">
        {links.map(([to, name]) => (
          <li key={to}>
            <Link to={to}>{t(`link.${name}`)}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
