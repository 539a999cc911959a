import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';

export interface CardProps {
  /** With `to`, the title leads there and the whole card can be clicked. */
  title?: ReactNode;
  to?: string;
  /** Badges and the like, above the title. */
  badges?: ReactNode;
  /** Small facts in one line: area, who, when, counts. */
  meta?: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  className?: string;
  children?: ReactNode;
}

export function Card({ title, to, badges, meta, actions, headingLevel = 3, className, children }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={classNames('card', to && 'card-linked', className)}>
      {badges && <div className="card-badges">{badges}</div>}
      {title && <Heading className="card-title">{to ? <Link to={to}>{title}</Link> : title}</Heading>}
      {children && <div className="card-body">{children}</div>}
      {meta && <div className="card-meta">{meta}</div>}
      {actions && <div className="card-actions">{actions}</div>}
    </article>
  );
}

export interface CardListProps {
  /** Cards, each becoming one item of the list. */
  children: ReactNode[];
  /** Two or three beside each other where there is room. */
  grid?: boolean;
  label?: string;
}

export function CardList({ children, grid, label }: CardListProps) {
  return (
    <ul className={classNames('card-list', grid && 'card-grid')} aria-label={label}>
      {children.flat().map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}
