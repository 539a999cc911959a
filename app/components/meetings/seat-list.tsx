import type { ReactNode } from 'react';
import { StatusBadge } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

export interface ListedSeat {
  id: string;
  organisation: string | null;
  capacity: string;
  name: string | null;
  representative: string | null;
  email: string | null;
  answer: string | null;
  substitute: string;
  present: boolean;
  verdict: string | null;
  verdictWords: string;
}

/** A seat by its organisation, else by the capacity in which the person comes, with what more may be read. */
export function useSeatName(): (seat: Pick<ListedSeat, 'organisation' | 'capacity' | 'name'>) => string {
  const t = useText(meetings);
  return ({ organisation, capacity, name }) => {
    if (organisation !== null) return organisation;
    const as = capacity === '' ? t('guest') : capacity;
    return name === null ? as : `${as} · ${name}`;
  };
}

export interface SeatListProps {
  seats: readonly ListedSeat[];
  /** Those at the table read answers and verdicts, too. */
  inside: boolean;
  state: string;
  acts?: (seatId: string) => ReactNode;
}

export function SeatList({ seats, inside, state, acts }: SeatListProps) {
  const t = useText(meetings);
  const nameOf = useSeatName();
  if (seats.length === 0) return <p>{t('no-seats')}</p>;
  return (
    <ul className="signatures">
      {seats.map((seat) => (
        <li key={seat.id} className="panel">
          <strong>{nameOf(seat)}</strong> <SeatBadge seat={seat} inside={inside} state={state} />
          {seat.email && <div className="card-meta">{seat.email}</div>}
          {seat.representative && (
            <div className="card-meta">{t('represented-by', { name: seat.representative })}</div>
          )}
          {seat.substitute && (
            <div className="card-meta">{t('substitute-is', { name: seat.substitute })}</div>
          )}
          {seat.verdictWords && <p>{seat.verdictWords}</p>}
          {acts?.(seat.id)}
        </li>
      ))}
    </ul>
  );
}

/** Before the meeting the answer, in it who came, afterwards the verdict on the minutes. */
function SeatBadge({ seat, inside, state }: { seat: ListedSeat; inside: boolean; state: string }) {
  const t = useText(meetings);
  if (!inside || state === 'cancelled') return null;
  if (state === 'convened') {
    const key = `answer.${seat.answer ?? 'none'}`;
    const tone = seat.answer === null ? 'neutral' : seat.answer === 'no' ? 'warning' : 'success';
    return <StatusBadge tone={tone}>{hasKey(meetings, key) ? t(key) : ''}</StatusBadge>;
  }
  if (!seat.present) return <StatusBadge>{t('absent')}</StatusBadge>;
  if (state === 'in-session') return <StatusBadge tone="success">{t('present')}</StatusBadge>;
  const key = `verdict.${seat.verdict ?? 'none'}`;
  const tone = seat.verdict === 'objected' ? 'danger' : seat.verdict === 'approved' ? 'success' : 'neutral';
  return <StatusBadge tone={tone}>{hasKey(meetings, key) ? t(key) : ''}</StatusBadge>;
}
