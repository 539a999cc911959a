import { Icon, iconOfTone, toneOfStage } from '~/components/ui';
import { stages } from '~/domains/stages';
import { maps } from '~/i18n/maps';
import { useText } from '~/i18n/use-text';

const lines = ['water', 'green', 'rail', 'street'] as const;

/** What the colours, drawings and lines of a map say. */
export function MapLegend() {
  const t = useText(maps);
  return (
    <section aria-label={t('legend')}>
      <ul className="map-legend">
        {stages.map((stage) => {
          const tone = toneOfStage(stage);
          const icon = iconOfTone(tone);
          return (
            <li key={stage}>
              <span className={`map-mark tone-${tone}`}>{icon && <Icon name={icon} />}</span>
              {t(`stage.${stage}`)}
            </li>
          );
        })}
        <li>
          <span className="map-mark map-cluster" aria-hidden="true">
            3
          </span>
          {t('legend-many')}
        </li>
        {lines.map((kind) => (
          <li key={kind}>
            <svg viewBox="0 0 28 12" className="map-sample" aria-hidden="true">
              <path d="M1 9 10 4l8 4 9-5" className={`map-${kind}`} />
            </svg>
            {t(`line.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
