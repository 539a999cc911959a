import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { useOtherLanguage } from '../said';
import { smallerEdges } from '~/lib/pictures/picture-sizes';
import { paths } from '~/paths';

export interface CardProps {
  /** With `to`, the title leads there and the whole card can be clicked. */
  title?: ReactNode;
  to?: string;
  /** Badges and the like, above the title. */
  badges?: ReactNode;
  /** Small facts in one line: area, who, when, counts. */
  meta?: ReactNode;
  /** Small, beside the title: what it shows is said where the title leads. */
  picture?: { id: string } | null;
  /** Buttons at the foot. */
  actions?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  className?: string;
  children?: ReactNode;
}

export function Card({ title, to, badges, meta, picture, actions, className, children, ...more }: CardProps) {
  const otherLanguage = useOtherLanguage();
  const Heading = `h${more.headingLevel ?? 3}` as const;
  return (
    <article className={classNames('card', to && 'card-linked', picture && 'card-pictured', className)}>
      {badges && <div className="card-badges">{badges}</div>}
      {title && (
        <Heading className="card-title" lang={otherLanguage(title)}>
          {to ? <Link to={to}>{title}</Link> : title}
        </Heading>
      )}
      {picture && (
        <img className="card-picture" src={paths.file(picture.id, smallerEdges[0])} alt="" loading="lazy" />
      )}
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
