import { Button, Form, LinkButton, StatusBadge, Time } from '~/components/ui';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface ShownShift {
  id: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  taken: number;
  waiting: number;
  task: string;
  cancelledAt: Date | null;
  /** Sign-up is open. */
  open: boolean;
  begun: boolean;
  /** The reader's own place. */
  mine: string | null;
}

export interface ShiftCardProps {
  shift: ShownShift;
  signedIn: boolean;
  opportunityId: string;
  state: FormState | undefined;
}

/** A shift with its seats, and the one thing that the reader can do about it. */
export function ShiftCard({ shift, signedIn, opportunityId, state }: ShiftCardProps) {
  const t = useText(volunteering);
  const left = shift.capacity - shift.taken;
  return (
    <article className="card" aria-label={shift.task || t('shifts')}>
      <h3 className="card-title">
        <Time value={shift.startsAt} /> – <Time value={shift.endsAt} format="time" />
      </h3>
      {shift.task && <p className="card-body">{shift.task}</p>}
      <div className="card-meta">
        <span>{left > 0 ? t('seats-left', { count: left }) : t('full')}</span>
        {shift.waiting > 0 && <span>{t('waiting', { count: shift.waiting })}</span>}
      </div>
      <div className="card-actions">
        {shift.cancelledAt ? (
          <StatusBadge tone="danger">{t('cancelled')}</StatusBadge>
        ) : (
          <OwnPlace shift={shift} signedIn={signedIn} opportunityId={opportunityId} state={state} />
        )}
      </div>
    </article>
  );
}

function OwnPlace({ shift, signedIn, opportunityId, state }: ShiftCardProps) {
  const t = useText(volunteering);
  const placed = shift.mine !== null && shift.mine !== 'withdrawn';
  if (placed) {
    const key = `mine.${shift.mine}`;
    const leaving = !shift.begun && ['confirmed', 'waiting'].includes(shift.mine ?? '');
    return (
      <>
        <StatusBadge tone={shift.mine === 'waiting' ? 'warning' : 'success'}>
          {hasKey(volunteering, key) ? t(key) : shift.mine}
        </StatusBadge>
        {leaving && (
          <Form intent="withdraw" hidden={{ shiftId: shift.id }} state={state}>
            <Button variant="quiet" size="small">
              {t('withdraw')}
            </Button>
          </Form>
        )}
      </>
    );
  }
  if (!shift.open) return <StatusBadge>{t('over')}</StatusBadge>;
  if (!signedIn) {
    return (
      <LinkButton
        size="small"
        to={`${paths.signIn}?next=${encodeURIComponent(paths.opportunity(opportunityId))}`}
      >
        {t('sign-in')}
      </LinkButton>
    );
  }
  return (
    <Form intent="sign-up" hidden={{ shiftId: shift.id }} state={state}>
      <Button size="small">{t(shift.taken < shift.capacity ? 'sign-up' : 'sign-up-waiting')}</Button>
    </Form>
  );
}
