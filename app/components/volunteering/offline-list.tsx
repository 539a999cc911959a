import { Button, Notice, StatusBadge, Time } from '~/components/ui';
import { volunteerOffline } from '~/i18n/volunteer-offline';
import { useText } from '~/i18n/use-text';
import { waitingTicks } from './kept-ticks';
import type { KeptTick } from './kept-ticks';
import { useOfflineTicks } from './use-offline-ticks';

export interface OfflineLine {
  id: string;
  name: string;
  role: string;
  seats: number;
  /** Waited or was asked when the list was opened. */
  waits: boolean;
  own: boolean;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
}

export interface OfflineListProps {
  shiftId: string;
  lines: readonly OfflineLine[];
}

/** Everybody on the list with two large buttons: came, left. What is sent says so beside the name. */
export function OfflineList({ shiftId, lines }: OfflineListProps) {
  const t = useText(volunteerOffline);
  const { ticks, isKept, tick, send } = useOfflineTicks(shiftId);
  const waiting = waitingTicks(ticks).length;
  return (
    <div className="stack">
      <div role="status">
        <Notice kind={waiting > 0 ? 'warning' : 'success'}>
          {waiting > 0 ? t('waiting', { count: waiting }) : t('all-sent', { count: ticks.length })}
        </Notice>
      </div>
      {!isKept && <Notice kind="error">{t('not-kept')}</Notice>}
      {waiting > 0 && (
        <div>
          <Button type="button" variant="secondary" onClick={() => void send()}>
            {t('send')}
          </Button>
        </div>
      )}
      {lines.length === 0 && <p>{t('nobody')}</p>}
      <ol className="sign-ups">
        {lines.map((line) => (
          <Line key={line.id} line={line} ticks={ticks} tick={tick} />
        ))}
      </ol>
    </div>
  );
}

interface LineProps {
  line: OfflineLine;
  ticks: readonly KeptTick[];
  tick: (signUpId: string, what: KeptTick['what']) => void;
}

function Line({ line, ticks, tick }: LineProps) {
  const t = useText(volunteerOffline);
  const own = ticks.filter(({ signUpId }) => signUpId === line.id);
  const came =
    line.checkedInAt !== null || own.some(({ what, answer }) => what === 'in' && answer !== 'refused');
  return (
    <li>
      <strong>{line.name}</strong> {line.waits && <StatusBadge tone="info">{t('waits')}</StatusBadge>}
      <div className="card-meta">
        {line.role && <span>{line.role}</span>}
        {line.seats > 1 && <span>{t('seats', { count: line.seats })}</span>}
        {line.checkedInAt && (
          <span>
            {t('in-before')} <Time value={line.checkedInAt} format="time" />
          </span>
        )}
      </div>
      {line.own ? (
        <p>{t('own')}</p>
      ) : (
        <div className="form-actions">
          {(['in', 'out'] as const).map((what) => (
            <TickButton
              key={what}
              label={`${t(what)} · ${line.name}`}
              words={t(what)}
              tick={own.find((one) => one.what === what)}
              recorded={what === 'in' ? line.checkedInAt : line.checkedOutAt}
              disabled={what === 'out' && !came}
              press={() => tick(line.id, what)}
            />
          ))}
        </div>
      )}
      {own.map((one) => (
        <Sent key={one.what} tick={one} />
      ))}
    </li>
  );
}

interface TickButtonProps {
  label: string;
  words: string;
  tick: KeptTick | undefined;
  recorded: Date | null;
  disabled: boolean;
  press: () => void;
}

function TickButton({ label, words, tick, recorded, disabled, press }: TickButtonProps) {
  const pressed = recorded !== null || (tick !== undefined && tick.answer !== 'refused');
  return (
    <Button
      type="button"
      variant={pressed ? 'primary' : 'secondary'}
      aria-pressed={pressed}
      aria-label={label}
      disabled={disabled || recorded !== null}
      onClick={press}
    >
      {pressed ? `✓ ${words}` : words}
    </Button>
  );
}

/** What became of a tick: when it was made, and whether it is sent. */
function Sent({ tick }: { tick: KeptTick }) {
  const t = useText(volunteerOffline);
  if (tick.answer === 'refused')
    return <Notice kind="error">{t('refused', { what: t(tick.what), why: tick.why ?? '' })}</Notice>;
  const key = tick.answer === null ? 'unsent' : tick.answer === 'walked-in' ? 'walked-in' : 'sent';
  return (
    <p className="card-meta">
      {t(tick.what)} <Time value={new Date(tick.at)} format="time" /> · {t(key)}
    </p>
  );
}
