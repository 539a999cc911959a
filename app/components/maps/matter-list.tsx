import { Link } from '@remix-run/react';
import { useKindName, useStateName } from './state-name';
import { Said, StatusBadge, toneOfStage } from '~/components/ui';
import type { Stage } from '~/domains/stages';
import { pathOfSubject } from '~/paths';
import { maps } from '~/i18n/maps';
import { useText } from '~/i18n/use-text';

export interface ListedMatter {
  kind: string;
  id: string;
  title: string;
  areaName: string;
  state: string;
  stage: Stage;
  metres: number | null;
}

/** What stands on the map, in words. */
export function MatterList({ matters }: { matters: readonly ListedMatter[] }) {
  const kindName = useKindName();
  const stateName = useStateName();
  const far = useDistance();
  return (
    <ul className="map-list">
      {matters.map((matter) => (
        <li key={matter.id}>
          <Link to={pathOfSubject(matter.kind, matter.id)}>
            <Said>{matter.title}</Said>
          </Link>
          <span className="card-meta">
            <StatusBadge tone={toneOfStage(matter.stage)}>{stateName(matter)}</StatusBadge>
            <span>{kindName(matter.kind)}</span>
            <span>
              <Said>{matter.areaName}</Said>
            </span>
            {matter.metres !== null && <span>{far(matter.metres)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useDistance(): (metres: number) => string {
  const t = useText(maps);
  return (metres) =>
    metres < 1000
      ? t('metres', { count: Math.round(metres / 10) * 10 })
      : t('kilometres', { count: (metres / 1000).toFixed(1) });
}
