import { Link } from '@remix-run/react';
import { Count } from '../figures/numbers';

export interface Tab {
  to: string;
  label: string;
  current: boolean;
  count?: number;
}

/** Views of one thing, each with a URL of its own: links, so they work everywhere. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="tabs">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} aria-current={tab.current ? 'page' : undefined} preventScrollReset>
              {tab.label}
              {tab.count !== undefined && (
                <span className="tab-count">
                  <Count value={tab.count} />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
