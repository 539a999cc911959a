import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DescriptionList, Time } from '~/components/ui';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

export interface MeetingFactsProps {
  meeting: {
    startsAt: Date;
    endsAt: Date;
    place: string;
    isPublic: boolean;
    rule: string | null;
    organisationId: string | null;
    organisation: string | null;
  };
  counts: { invited: number; quorum: number };
}

/** A rule of a series in words. */
function useRule(rule: string | null): string | null {
  const t = useText(meetings);
  if (rule === null) return null;
  const count = /COUNT=(\d+)/.exec(rule)?.[1] ?? '';
  const weekly = rule.includes('INTERVAL=2') ? 'fortnightly' : 'weekly';
  return t(`recurs.${rule.includes('FREQ=MONTHLY') ? 'monthly' : weekly}`, { count });
}

/** When, where, by whom and for whom. */
export function MeetingFacts({ meeting, counts }: MeetingFactsProps) {
  const t = useText(meetings);
  const { organisationId, organisation } = meeting;
  return (
    <DescriptionList
      items={[
        {
          label: t('when'),
          value: (
            <>
              <Time value={meeting.startsAt} /> {t('until')} <Time value={meeting.endsAt} format="time" />
            </>
          ),
        },
        { label: t('place'), value: meeting.place },
        {
          label: t('organiser'),
          value:
            organisation === null || organisationId === null ? (
              t('organiser-office')
            ) : (
              <Link to={paths.organisation(organisationId)}>{organisation}</Link>
            ),
        },
        { label: t('quorum'), value: counts.invited > 0 && t('quorum-of', counts) },
        { label: t('rule'), value: useRule(meeting.rule) },
        { label: t('is-public'), value: t(meeting.isPublic ? 'public' : 'closed') },
      ]}
    />
  );
}

export interface AgendaListProps {
  agenda: readonly { id: string; title: string | null; kind: string | null; to: string | null }[];
  acts?: (itemId: string, at: number) => ReactNode;
}

/** The agenda in its order; what the reader may not read stands there without its title. */
export function AgendaList({ agenda, acts }: AgendaListProps) {
  const t = useText(meetings);
  const kindOf = (kind: string | null) => {
    const key = `item-kind.${kind}`;
    return kind !== null && hasKey(meetings, key) ? t(key) : null;
  };
  if (agenda.length === 0) return <p>{t('no-agenda')}</p>;
  return (
    <ol className="obligations">
      {agenda.map(({ id, title, kind, to }, at) => (
        <li key={id}>
          {kindOf(kind) && <small>{kindOf(kind)} </small>}
          {title === null ? (
            t('not-public-item')
          ) : to === null ? (
            title
          ) : (
            <Link to={to}>{title === '' ? (kindOf(kind) ?? '') : title}</Link>
          )}
          {acts?.(id, at)}
        </li>
      ))}
    </ol>
  );
}
