import { groupName } from './group-name';
import type { OpinionMap as Map } from '~/domains/opinions/rules/picture';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';
import { useElementId } from '~/components/ui';

const half = 150;
const margin = 22;
const size = 2 * (half + margin);
const at = (value: number) => margin + half + value * half;
const most = 11;

/** Told apart by form as well as by colour. */
function Place({ group, x, y, radius }: { group: number; x: number; y: number; radius: number }) {
  const className = `opinion-place opinion-group-${group}`;
  const r = radius;
  if (group === 1) return <rect className={className} x={x - r} y={y - r} width={2 * r} height={2 * r} />;
  if (group === 2)
    return <path className={className} d={`M${x} ${y - 1.2 * r}l${1.2 * r} ${2.1 * r}h${-2.4 * r}z`} />;
  if (group === 3)
    return (
      <path
        className={className}
        d={`M${x} ${y - 1.3 * r}l${1.3 * r} ${1.3 * r} ${-1.3 * r} ${1.3 * r} ${-1.3 * r} ${-1.3 * r}z`}
      />
    );
  if (group === 4)
    return <path className={className} d={`M${x} ${y + 1.2 * r}l${1.2 * r} ${-2.1 * r}h${-2.4 * r}z`} />;
  return <circle className={className} cx={x} cy={y} r={r} />;
}

/** Where people stand towards each other, and the same in words and as a list for who cannot see it. */
export function OpinionMap({ picture }: { picture: Map | null }) {
  const t = useText(conversations);
  const titleId = useElementId();
  if (!picture || picture.participants === 0) return <p>{t('picture-soon')}</p>;
  const { participants: people, groups, places, hidden } = picture;
  if (groups.length < 2)
    return (
      <>
        <p>{t('picture-one', { people })}</p>
        <p className="field-hint">{t('picture-soon')}</p>
      </>
    );
  const largest = Math.max(...places.map((place) => place.people));
  return (
    <figure className="opinion-map">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{t('picture-words', { people, groups: groups.length })}</title>
        <path
          className="chart-grid"
          d={`M${size / 2} ${margin}V${size - margin}M${margin} ${size / 2}H${size - margin}`}
        />
        {places.map(({ x, y, group, people: count }) => (
          <Place
            key={`${x} ${y} ${group}`}
            {...{ group, x: at(x), y: at(y) }}
            radius={3 + (most - 3) * Math.sqrt((count - 1) / Math.max(1, largest))}
          />
        ))}
        {groups.map(({ x, y }, group) => (
          <text key={groupName(group)} className="opinion-letter" x={at(x)} y={at(y) + 8} textAnchor="middle">
            {groupName(group)}
          </text>
        ))}
      </svg>
      <figcaption>
        <p>{t('picture-words', { people, groups: groups.length })}</p>
        <ul className="opinion-legend">
          {groups.map((group, index) => (
            <li key={groupName(index)}>
              <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
                <Place group={index} x={8} y={8} radius={5.5} />
              </svg>
              {t('group-people', { name: groupName(index), count: group.people })}
            </li>
          ))}
        </ul>
        {hidden > 0 && <p>{t('picture-hidden', { count: hidden })}</p>}
        <p className="field-hint">{t('picture-how')}</p>
      </figcaption>
    </figure>
  );
}
