import { Link } from '@remix-run/react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export interface AreaBreadcrumbsProps {
  /** From the city down. */
  areas: readonly { id: string; name: string }[];
  /** The last one is this very page. */
  lastIsHere?: boolean;
}

export function AreaBreadcrumbs({ areas, lastIsHere }: AreaBreadcrumbsProps) {
  const t = useText(common);
  return (
    <nav aria-label={t('navigation.areas-trail')} className="breadcrumbs">
      <ol>
        {areas.map((area, index) => (
          <li key={area.id}>
            <Link
              to={paths.area(area.id)}
              aria-current={lastIsHere && index === areas.length - 1 ? 'page' : undefined}
            >
              {area.name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
