import { Link, useLocation } from '@remix-run/react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { forgetLookUps } from '~/lib/choices/area-choices';
import { Icon } from '../icon';

export interface PaginationProps {
  /** The cursor of the next page; none on the last. */
  next: string | null | undefined;
  /** The cursor of the page before, where the list knows it; else a link leads to the first page. */
  previous?: string | null;
  /** The name of the cursor in the URL. */
  parameter?: string;
}

/** Links to the neighbouring pages; everything else in the URL stays. */
export function Pagination({ next, previous, parameter = 'cursor' }: PaginationProps) {
  const t = useText(common);
  const { pathname, search } = useLocation();
  const here = new URLSearchParams(search);
  const link = (cursor: string | null) => {
    const there = new URLSearchParams(search);
    forgetLookUps(there);
    if (cursor === null) there.delete(parameter);
    else there.set(parameter, cursor);
    const query = there.toString();
    return query ? `${pathname}?${query}` : pathname;
  };
  const isFirst = !here.get(parameter);
  if (isFirst && !next) return null;
  return (
    <nav aria-label={t('list.pages')} className="pagination">
      {!isFirst && (
        <Link to={link(previous ?? null)} rel="prev" className="button button-secondary">
          <Icon name="previous" />
          {t(previous ? 'list.previous' : 'list.first')}
        </Link>
      )}
      {next && (
        <Link to={link(next)} rel="next" className="button button-secondary">
          {t('list.next')}
          <Icon name="next" />
        </Link>
      )}
    </nav>
  );
}
