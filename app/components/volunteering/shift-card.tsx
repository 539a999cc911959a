import { Link } from '@remix-run/react';
import { LinkButton, Notice, StatusBadge, Time, TimeSpan } from '~/components/ui';
import { hasLeft } from '~/domains/volunteering/lifecycle';
import { paths } from '~/paths';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { OwnPlace, SignUpForm } from './own-place';
import type { ShownShift } from './shown-shift';

export interface ShiftCardProps {
  shift: ShownShift;
  signedIn: boolean;
  opportunity: { id: string; questions: readonly string[]; largestGroup: number };
  state: FormState | undefined;
}

const left = (shift: ShownShift) => Math.max(0, shift.capacity - shift.taken);

/** A shift with its seats, and the one thing that the reader can do about it. */
export function ShiftCard(props: ShiftCardProps) {
  const { shift } = props;
  const t = useText(volunteering);
  return (
    <article className="card" aria-label={shift.task || t('shifts')} id={`shift-${shift.id}`}>
      <h3 className="card-title">
        <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
      </h3>
      {shift.soon && !shift.cancelledAt && <StatusBadge tone="warning">{t('soon')}</StatusBadge>}
      {shift.task && <p className="card-body">{shift.task}</p>}
      <ShiftFacts shift={shift} />
      {shift.overlaps.length > 0 && !shift.begun && <OverlapWarning overlaps={shift.overlaps} />}
      <div className="card-actions">
        {shift.cancelledAt ? (
          <StatusBadge tone="danger">
            {shift.cancelledReason
              ? t('cancelled-reason', { reason: shift.cancelledReason })
              : t('cancelled')}
          </StatusBadge>
        ) : (
          <WhatToDo {...props} />
        )}
      </div>
    </article>
  );
}

function ShiftFacts({ shift }: { shift: ShownShift }) {
  const t = useText(volunteering);
  return (
    <div className="card-meta">
      <span>{left(shift) > 0 ? t('seats-left', { count: left(shift) }) : t('full')}</span>
      {shift.waiting > 0 && <span>{t('waiting', { count: shift.waiting })}</span>}
      {shift.place && (
        <span>
          {t('place')} {shift.place}
        </span>
      )}
      {shift.roles.length > 0 && (
        <span>
          {t('roles')} {shift.roles.map(({ name, capacity }) => `${name} ${capacity}`).join(' · ')}
        </span>
      )}
      {!shift.begun && !shift.cancelledAt && (
        <span>
          {t('sign-up-until')}
          <Time value={shift.signUpUntil} />
        </span>
      )}
    </div>
  );
}

function OverlapWarning({ overlaps }: Pick<ShownShift, 'overlaps'>) {
  const t = useText(volunteering);
  return (
    <Notice kind="warning">
      {t('overlaps')}
      {overlaps.map((other) => (
        <span key={other.id}>
          {other.title} <TimeSpan startsAt={other.startsAt} endsAt={other.endsAt} />{' '}
        </span>
      ))}
    </Notice>
  );
}

function WhatToDo({ shift, signedIn, opportunity, state }: ShiftCardProps) {
  const t = useText(volunteering);
  if (shift.mayThank)
    return (
      <LinkButton size="small" variant="secondary" to={paths.shiftThanks(shift.id)}>
        {t('thank')}
      </LinkButton>
    );
  if (shift.mine !== null && !hasLeft(shift.mine)) return <OwnPlace shift={shift} state={state} />;
  if (!shift.open) return <StatusBadge>{t('over')}</StatusBadge>;
  if (!signedIn)
    return (
      <LinkButton
        size="small"
        to={`${paths.signIn}?next=${encodeURIComponent(paths.opportunity(opportunity.id))}`}
      >
        {t('sign-in')}
      </LinkButton>
    );
  return <SignUpForm shift={shift} opportunity={opportunity} state={state} free={left(shift) > 0} />;
}

/** How seats are given, and what happens if somebody does not come: said where people sign up. */
export function PublishedRules() {
  const t = useText(volunteering);
  return (
    <details className="disclosure">
      <summary className="button button-quiet button-small">{t('rules-title')}</summary>
      <div className="disclosure-body">
        <p>{t('order-published')}</p>
        <p>{t('rules-absence')}</p>
        <p>
          <Link to={paths.myVolunteering}>{t('mine')}</Link>
        </p>
      </div>
    </details>
  );
}
