import type { ReactNode } from 'react';

export interface DescriptionListProps {
  /** Items whose value is null, undefined or empty are left out. */
  items: readonly { label: string; value: ReactNode }[];
}

export function DescriptionList({ items }: DescriptionListProps) {
  const present = items.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  return (
    <dl className="facts">
      {present.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
