import { Link } from '@remix-run/react';
import { ProgressBar, StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { isAtMost, isNumber } from '~/domains/targets/rules/progress';
import type { ShownTarget } from '~/domains/targets/schema';
import { paths } from '~/paths';
import { statistics } from '~/i18n/statistics';
import { targets } from '~/i18n/targets';
import { useText } from '~/i18n/use-text';

const tones: Record<ShownTarget['standing'], Tone> = {
  met: 'success',
  'not-met': 'progress',
  exceeded: 'danger',
  missed: 'danger',
  'no-data': 'neutral',
};

/** A value of the target's measure with its unit. */
export function useTargetValue() {
  const t = useText(targets);
  return (measure: ShownTarget['measure'], value: string) =>
    t(isNumber(measure) ? 'value-orders' : 'value-percent', { value });
}

export function TargetStanding({ target }: { target: ShownTarget }) {
  const t = useText(targets);
  return <StatusBadge tone={tones[target.standing]}>{t(`standing.${target.standing}`)}</StatusBadge>;
}

/** What is to be reached, and how far it has come: over how many, and by which numbers. */
export function TargetProgress({ target }: { target: ShownTarget }) {
  const t = useText(targets);
  const s = useText(statistics);
  const value = useTargetValue();
  const wanted = t(isAtMost(target.measure) ? 'at-most' : 'at-least', {
    value: value(target.measure, target.wanted),
  });
  const actual =
    target.actual === null
      ? t('standing.no-data')
      : t(target.over ? 'actual-final' : 'actual', { value: value(target.measure, target.actual) });
  const query = new URLSearchParams({ area: target.areaId, year: String(target.year) });
  if (target.departmentId !== '') query.set('department', target.departmentId);
  return (
    <>
      {target.reached === null ? (
        <p>
          {wanted} · {actual}
        </p>
      ) : (
        <ProgressBar label={wanted} value={target.reached} maximum={100} text={actual} />
      )}
      <p className="field-hint">
        {target.denominator !== null && (
          <>{t('over', { name: s(`of.${target.denominatorName}`), count: target.denominator })} · </>
        )}
        {target.publicAlone && <>{t('public-alone')} · </>}
        {target.small && <>{t('small')} · </>}
        <Link to={`${paths.statistics}?${query.toString()}`}>{t('from-statistics')}</Link>
      </p>
    </>
  );
}
