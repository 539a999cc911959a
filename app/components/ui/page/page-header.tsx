import type { ReactNode } from 'react';
import { useOtherLanguage } from '../said';
import { RefusalAbove } from './refusal-above';

export interface PageHeaderProps {
  title: ReactNode;
  /** Breadcrumbs and the like, above the title. */
  above?: ReactNode;
  /** Badges beside each other under the title. */
  badges?: ReactNode;
  lead?: ReactNode;
  /** Small facts: who, when, where. */
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The beginning of every page: its only h1, and what of the last posting was refused. */
export function PageHeader({ title, above, badges, lead, meta, actions }: PageHeaderProps) {
  const otherLanguage = useOtherLanguage();
  return (
    <>
      <header className="page-header">
        {above}
        <div className="page-header-row">
          <h1 lang={otherLanguage(title)}>{title}</h1>
          {actions && <div className="page-header-actions">{actions}</div>}
        </div>
        {badges && <div className="card-badges">{badges}</div>}
        {lead && (
          <div className="page-lead" lang={otherLanguage(lead)}>
            {lead}
          </div>
        )}
        {meta && <div className="card-meta">{meta}</div>}
      </header>
      <RefusalAbove />
    </>
  );
}

export interface SectionProps {
  title: string;
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its h2. */
export function Section({ title, id, actions, children }: SectionProps) {
  return (
    <section className="section" id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
