import { Link } from '@remix-run/react';
import {
  Button,
  Card,
  DisclosureForm,
  Field,
  Notice,
  StatusBadge,
  TextArea,
  TimeSpan,
} from '~/components/ui';
import { isActive } from '~/domains/volunteering/lifecycle';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { OwnPlace } from './own-place';
import type { OwnPlaceProps } from './own-place';

export interface OwnShiftRow {
  id: string;
  state: string;
  minutes: number | null;
  place: string;
  mayObject: boolean;
  mayAppeal: boolean;
  appealed: boolean;
  objection: { words: string | null; answer: string | null; open: boolean } | null;
  own: OwnPlaceProps['shift'];
  shift: {
    id: string;
    startsAt: Date;
    endsAt: Date;
    task: string;
    opportunity: { id: string; title: string };
  };
}

export interface OwnShiftProps {
  row: OwnShiftRow;
  state: FormState | undefined;
}

/** A shift as the volunteer has it: when, where, what is to be done, and what was recorded. */
export function OwnShift({ row, state }: OwnShiftProps) {
  const t = useText(volunteering);
  const key = `mine.${row.state}`;
  const active = isActive(row.state) || row.state === 'attended';
  return (
    <Card
      headingLevel={2}
      title={row.shift.opportunity.title}
      to={paths.opportunity(row.shift.opportunity.id)}
      badges={
        active ? undefined : <StatusBadge>{hasKey(volunteering, key) ? t(key) : row.state}</StatusBadge>
      }
      meta={
        <>
          <TimeSpan startsAt={row.shift.startsAt} endsAt={row.shift.endsAt} />
          {row.place && <span>{row.place}</span>}
          {row.shift.task && <span>{row.shift.task}</span>}
          {row.minutes !== null && <span>{t('minutes', { hours: hoursOf(row.minutes) })}</span>}
        </>
      }
    >
      {active && (
        <div className="card-actions">
          <OwnPlace shift={row.own} state={state} />
        </div>
      )}
      <Objection row={row} state={state} />
    </Card>
  );
}

function Objection({ row, state }: OwnShiftProps) {
  const t = useText(volunteering);
  const { objection } = row;
  const words = objection?.words ?? '';
  return (
    <>
      {objection && (
        <Notice kind={objection.open ? 'warning' : 'info'}>
          {objection.open
            ? t('objection-open', { words })
            : t('objection-answered', { words, answer: objection.answer ?? '' })}
        </Notice>
      )}
      {(row.mayAppeal || row.appealed) && (
        <p>
          <Link to={paths.recordAppeal(row.id)}>{t(row.appealed ? 'see-appeal' : 'appeal-record')}</Link>
        </p>
      )}
      {row.mayObject && (
        <DisclosureForm
          trigger={t('object')}
          size="small"
          variant="quiet"
          intent="object"
          hidden={{ signUpId: row.id }}
          state={state}
          description={<p>{t('object-hint')}</p>}
        >
          <Field name="words" label={t('object-words')} required>
            <TextArea rows={2} maximum={500} />
          </Field>
          <Button size="small">{t('object')}</Button>
        </DisclosureForm>
      )}
    </>
  );
}
