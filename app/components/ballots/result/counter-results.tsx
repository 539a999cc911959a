import { Card, CardList, ConfirmForm, LinkButton, StatusBadge } from '~/components/ui';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface Found {
  personId: string;
  displayName: string;
  unit: string | null;
  birthYear: number | null;
  voted: boolean;
  channel: string | null;
}

export interface CounterResultsProps {
  ballot: { id: string; paperVoting: boolean };
  found: readonly Found[];
  state?: FormState;
}

/** The electors who go by the name, each with what can be done for them. */
export function CounterResults({ ballot, found, state }: CounterResultsProps) {
  const t = useText(ballots);
  const standing = ({ channel, voted }: Found) =>
    channel === 'paper' ? 'counter-took-paper' : voted ? 'counter-voted' : 'counter-not-voted';
  return (
    <CardList label={t('counter-search')}>
      {found.map((person) => (
        <Card
          key={person.personId}
          headingLevel={2}
          title={person.displayName}
          badges={
            <StatusBadge tone={person.voted ? 'success' : 'neutral'}>{t(standing(person))}</StatusBadge>
          }
          meta={<WhoIsWho person={person} />}
          actions={
            person.channel === 'paper' ? undefined : (
              <>
                <LinkButton variant="secondary" to={paths.ballotCounter(ballot.id, person.personId)}>
                  {t('counter-vote')}
                </LinkButton>
                {ballot.paperVoting && !person.voted && (
                  <ConfirmForm
                    trigger={t('counter-hand-out')}
                    title={t('counter-hand-out-title')}
                    description={t('counter-hand-out-description')}
                    confirm={t('counter-hand-out')}
                    intent="hand-out"
                    hidden={{ person: person.personId }}
                    {...(state ? { state } : {})}
                  />
                )}
              </>
            )
          }
        />
      ))}
    </CardList>
  );
}

/** What tells two people of one name apart. */
function WhoIsWho({ person }: { person: Found }) {
  const t = useText(ballots);
  return (
    <>
      {person.unit && <span>{person.unit}</span>}
      {person.birthYear !== null && <span>{t('counter-born', { year: person.birthYear })}</span>}
    </>
  );
}
