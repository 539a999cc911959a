import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '~/components/ui/class-names';

export interface HeaderMenuProps {
  summary: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part that unfolds over the page; with scripts it closes on Escape, on a click outside, and on going elsewhere. */
export function HeaderMenu({ summary, className, children }: HeaderMenuProps) {
  const element = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    if (element.current) element.current.open = false;
  }, [key]);
  useEffect(() => {
    const close = (event: Event) => {
      const details = element.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        details.open = false;
        details.querySelector('summary')?.focus();
      } else if (!details.contains(event.target as Node)) details.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={element} className={classNames('header-menu', className)}>
      <summary>{summary}</summary>
      <div className="header-menu-panel">{children}</div>
    </details>
  );
}
