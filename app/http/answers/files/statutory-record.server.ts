import type { ReadContext } from '~/domains/context';
import type { Meeting } from '~/domains/ballots/organising/meeting';
import { ballotPaths } from '~/paths-ballots';
import { ballots } from '~/i18n/ballots';
import { hasKey, textIn } from '~/i18n/catalogue';
import { statutoryRecord } from '~/i18n/statutory-record';
import { dateFormat, formatPercentage, timeFormats } from '~/lib/formats';

interface RecordedBallot {
  id: string;
  standing: string;
  state: string;
  electorateKind: string;
  electorateSize: number | null;
  votedCount: number;
  presentCount: number | null;
  opensAt: Date;
  closesAt: Date;
  /** When it was counted: the result is published by the same act. Not known of what is not called yet. */
  closedAt?: Date | null;
  terms: { meeting: Meeting | null };
}

type Asking = Pick<ReadContext, 'locale' | 'configuration'>;

/**
 * What the record of a statutory meeting says, line by line, in the reader's words; null of other ballots. Made here and
 * not in the browser: the pages of other ballots carry nothing of it. Who may complete it is shown where.
 */
export function statutoryLines(
  { locale, configuration: { timeZone } }: Asking,
  ballot: RecordedBallot,
  mayComplete = false,
) {
  if (ballot.standing !== 'statutory-record') return null;
  const t = textIn(locale, statutoryRecord);
  const { meeting } = ballot.terms;
  const kind = `meeting.${meeting?.kind ?? ''}`;
  const format = dateFormat(locale, { ...timeFormats['date-time'], timeZone });
  return {
    title: t('title'),
    complete: mayComplete ? { children: t('complete'), to: ballotPaths.meeting(ballot.id) } : null,
    items: [
      { label: t('kind'), value: hasKey(statutoryRecord, kind) ? t(kind) : t('missing') },
      { label: t('convener'), value: meeting?.convener ?? t('missing') },
      { label: t('time'), value: `${format.format(ballot.opensAt)} – ${format.format(ballot.closesAt)}` },
      { label: t('place'), value: meeting?.place ?? t('missing') },
      { label: t('due'), value: dueWords(locale, ballot) },
      { label: t('present'), value: presentWords(locale, ballot) },
      { label: t('counted'), value: countedWords({ t, format }, ballot) },
    ],
  };
}

/** When the votes were counted, and the result published: another time than that of voting. */
function countedWords(
  { t, format }: { t: (key: 'counted-later') => string; format: Intl.DateTimeFormat },
  { state, closedAt }: RecordedBallot,
): string {
  return state === 'closed' && closedAt ? format.format(closedAt) : t('counted-later');
}

type Locale = Asking['locale'];

/** Who was due: the lines of a roll; where none was kept it is said that accounts were counted. */
function dueWords(locale: Locale, { electorateKind, electorateSize }: RecordedBallot): string {
  const t = textIn(locale, statutoryRecord);
  if (electorateSize === null) return t('due-later');
  return electorateKind === 'roll' ? String(electorateSize) : `${electorateSize} · ${t('due-accounts')}`;
}

/** Who took part: known, and said, once it is counted. */
function presentWords(locale: Locale, ballot: RecordedBallot): string {
  const { state, electorateSize, votedCount } = ballot;
  if (state !== 'closed' || electorateSize === null) return textIn(locale, statutoryRecord)('present-later');
  const voted = ballot.presentCount ?? votedCount;
  const words = textIn(locale, ballots)('turnout-of', { voted, size: electorateSize });
  if (electorateSize === 0) return words;
  return `${words} · ${formatPercentage(locale, voted / electorateSize)}`;
}
