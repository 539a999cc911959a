import type { ReactNode } from 'react';
import { DescriptionList, Percentage, Section, Time } from '~/components/ui';
import type { Meeting } from '~/domains/ballots/organising/meeting';
import { ballots } from '~/i18n/ballots';
import { hasKey } from '~/i18n/catalogue';
import { statutoryRecord } from '~/i18n/statutory-record';
import { useText } from '~/i18n/use-text';

export interface RecordedBallot {
  standing: string;
  state: string;
  electorateKind: string;
  electorateSize: number | null;
  votedCount: number;
  presentCount: number | null;
  opensAt: Date;
  closesAt: Date;
  terms: { meeting: Meeting | null };
}

/** What the record of a statutory meeting holds; nothing of other ballots. What nobody wrote down says so. */
export function StatutoryRecord({ ballot }: { ballot: RecordedBallot }) {
  const t = useText(statutoryRecord);
  if (ballot.standing !== 'statutory-record') return null;
  const { meeting } = ballot.terms;
  const kind = `meeting.${meeting?.kind ?? ''}`;
  const missing = t('missing');
  return (
    <Section title={t('title')} id="record">
      <DescriptionList
        items={[
          { label: t('kind'), value: hasKey(statutoryRecord, kind) ? t(kind) : missing },
          { label: t('convener'), value: meeting?.convener ?? missing },
          { label: t('time'), value: <MeetingTime ballot={ballot} /> },
          { label: t('place'), value: meeting?.place ?? missing },
          { label: t('due'), value: <Due ballot={ballot} /> },
          { label: t('present'), value: <Present ballot={ballot} /> },
        ]}
      />
    </Section>
  );
}

type Shown = { ballot: RecordedBallot };

function MeetingTime({ ballot: { opensAt, closesAt } }: Shown): ReactNode {
  return (
    <>
      <Time value={opensAt} />
      {' – '}
      <Time value={closesAt} />
    </>
  );
}

/** Who was due: the lines of a roll; where none was kept it is said that accounts were counted. */
function Due({ ballot: { electorateKind, electorateSize } }: Shown): ReactNode {
  const t = useText(statutoryRecord);
  if (electorateSize === null) return t('due-later');
  return electorateKind === 'roll' ? electorateSize : `${electorateSize} · ${t('due-accounts')}`;
}

/** Who took part: known, and said, once it is counted. */
function Present({ ballot }: Shown): ReactNode {
  const t = useText(statutoryRecord);
  const b = useText(ballots);
  const { state, electorateSize, votedCount } = ballot;
  if (state !== 'closed' || electorateSize === null) return t('present-later');
  const voted = ballot.presentCount ?? votedCount;
  return (
    <>
      {b('turnout-of', { voted, size: electorateSize })}
      {electorateSize > 0 && (
        <>
          {' · '}
          <Percentage share={voted / electorateSize} />
        </>
      )}
    </>
  );
}
