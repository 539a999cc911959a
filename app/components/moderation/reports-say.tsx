import type { GatheredReports } from '~/domains/moderation/index.server';
import { Pictures } from '~/components/files/pictures';
import { Time } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { deliberation } from '~/i18n/deliberation';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';

/** How many reported a thing, on which grounds, and what they added. */
export function ReportsSay({ reports }: { reports: GatheredReports }) {
  const t = useText(moderation);
  const ofGrounds = useText(deliberation);
  const grounds = reports.grounds.map(({ ground, count }) => {
    const key = `ground.${ground}`;
    const word = hasKey(deliberation, key) ? ofGrounds(key) : ground;
    return t('reported-for', { ground: word, count });
  });
  return (
    <div className="queue-detail">
      <p>
        {t('reported-by', { count: reports.count })} {grounds.join(' · ')}
      </p>
      {reports.current > reports.version && (
        <p>{t('reported-version', { version: reports.version, current: reports.current })}</p>
      )}
      {reports.keptAt && (
        <p>
          {t('reported-kept')} <Time value={reports.keptAt} format="date" />
        </p>
      )}
      <Pictures pictures={reports.pictures} />
      {reports.words.length > 0 && (
        <ul>
          {reports.words.map((words, place) => (
            <li key={place}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
