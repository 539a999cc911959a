import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface Stat {
  key: string;
  label: string;
  value: ReactNode;
  /** What the number is out of, or how it changed. */
  detail?: ReactNode;
  to?: string;
}

/** Numbers that matter, each with its words. */
export function StatGrid({ stats }: { stats: readonly Stat[] }) {
  return (
    <dl className="stats">
      {stats.map((stat) => (
        <div key={stat.key} className="stat">
          <dt>{stat.to ? <Link to={stat.to}>{stat.label}</Link> : stat.label}</dt>
          <dd className="stat-value">{stat.value}</dd>
          {stat.detail && <dd className="stat-detail">{stat.detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
