import { Card, CardList, LinkButton, Section, StatGrid, StatusBadge, Time } from '~/components/ui';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export interface DeskOfOffersProps {
  rewards: readonly {
    id: string;
    title: string;
    left: number;
    kept: number;
    handedOver: number;
    until: Date;
    isOffered: boolean;
  }[];
  kept: number;
  handedOver: number;
}

/** What the organisation offers as rewards: what is asked for, handed over and left. */
export function DeskOfOffers({ rewards, kept, handedOver }: DeskOfOffersProps) {
  const d = useText(volunteerDesk);
  if (rewards.length === 0) return null;
  return (
    <Section
      title={d('offers')}
      actions={<LinkButton to={paths.handOverReward}>{d('offers-hand-over')}</LinkButton>}
    >
      <StatGrid
        stats={[
          { key: 'kept', label: d('offers-kept'), value: String(kept) },
          { key: 'handed-over', label: d('offers-handed-over'), value: String(handedOver) },
        ]}
      />
      <CardList label={d('offers')}>
        {rewards.map(({ id, title, left, until, isOffered, ...row }) => (
          <Card
            key={id}
            headingLevel={3}
            title={title}
            to={paths.reward(id)}
            badges={
              <StatusBadge tone={isOffered ? 'success' : 'neutral'}>
                {d(isOffered ? 'offered' : 'offered-no-more')}
              </StatusBadge>
            }
            meta={
              <>
                <span>{d('offer-counts', { kept: row.kept, handedOver: row.handedOver, left })}</span>
                <Time value={until} format="date" />
              </>
            }
          />
        ))}
      </CardList>
    </Section>
  );
}

export interface DeskOfPromisesProps {
  promises: readonly {
    id: string;
    text: string;
    dueAt: Date | null;
    overdue: boolean;
    agreement: { id: string; title: string };
  }[];
}

/** What the organisation has promised in agreements and not reported yet. */
export function DeskOfPromises({ promises }: DeskOfPromisesProps) {
  const d = useText(volunteerDesk);
  if (promises.length === 0) return null;
  return (
    <Section title={d('promises')}>
      <CardList label={d('promises')}>
        {promises.map(({ id, text, dueAt, overdue, agreement }) => (
          <Card
            key={id}
            headingLevel={3}
            title={text}
            to={paths.agreement(agreement.id)}
            badges={overdue && <StatusBadge tone="danger">{d('promise-overdue')}</StatusBadge>}
            meta={
              <>
                <span>{agreement.title}</span>
                {dueAt && <Time value={dueAt} format="date" />}
              </>
            }
          />
        ))}
      </CardList>
    </Section>
  );
}
