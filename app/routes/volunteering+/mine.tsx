import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  Card,
  CardList,
  EmptyState,
  LinkButton,
  PageHeader,
  StatGrid,
  StatusBadge,
  Time,
} from '~/components/ui';
import { ownVolunteering } from '~/domains/volunteering/volunteering.query.server';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { rows, hours } = await ownVolunteering(ctx, ctx.actor.personId);
  return { rows, hours, title: textIn(ctx.locale, volunteering)('mine') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function MyVolunteering() {
  const { rows, hours } = useLoaderData<typeof loader>();
  const t = useText(volunteering);
  const word = (state: string) => {
    const key = `mine.${state}`;
    return hasKey(volunteering, key) ? t(key) : state;
  };
  return (
    <div className="stack">
      <PageHeader title={t('mine')} lead={t('mine-lead')} />
      <StatGrid
        stats={[
          {
            key: 'hours',
            label: t('mine-hours'),
            value: t('mine-hours-value', { hours: Math.round(hours * 10) / 10 }),
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
          {rows.map(({ id, state, minutes, shift }) => (
            <Card
              key={id}
              headingLevel={2}
              title={shift.opportunity.title}
              to={paths.opportunity(shift.opportunity.id)}
              badges={
                <StatusBadge tone={state === 'confirmed' ? 'success' : 'neutral'}>{word(state)}</StatusBadge>
              }
              meta={
                <>
                  <Time value={shift.startsAt} />
                  {shift.task && <span>{shift.task}</span>}
                  {minutes !== null && <span>{t('minutes', { hours: minutes / 60 })}</span>}
                </>
              }
            />
          ))}
        </CardList>
      )}
    </div>
  );
}
