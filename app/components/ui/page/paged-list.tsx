import { useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { CardList } from './card';
import { EmptyState } from './empty-state';
import { Pagination } from './pagination';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';

export interface PagedListProps<Item> {
  label: string;
  items: readonly Item[];
  /** The cursor of the next page. */
  next: string | null;
  /** What to say and do where there is nothing at all. */
  empty: { title: string; text: ReactNode; action?: ReactNode };
  grid?: boolean;
  /** The card of one item. */
  children: (item: Item) => ReactNode;
}

/** One page of a list as cards, with the way to the next; or what to do where it is empty. */
export function PagedList<Item>({ label, items, next, empty, grid, children }: PagedListProps<Item>) {
  const t = useText(common);
  const [asked] = useSearchParams();
  // A page behind the last: what was there is gone, or the address was typed.
  const beyond = items.length === 0 && asked.get('cursor');
  return (
    <>
      {beyond ? (
        <p>{t('list.beyond')}</p>
      ) : items.length === 0 ? (
        <EmptyState title={empty.title} action={empty.action}>
          {empty.text}
        </EmptyState>
      ) : (
        <CardList label={label} {...(grid ? { grid } : {})}>
          {items.map(children)}
        </CardList>
      )}
      <Pagination next={next} />
    </>
  );
}
