import type { ReactNode } from 'react';
import { useOtherLanguage } from '../said';

export interface DescriptionListProps {
  /** Items whose value is null, undefined or empty are left out. */
  items: readonly { label: string; value: ReactNode }[];
}

export function DescriptionList({ items }: DescriptionListProps) {
  const otherLanguage = useOtherLanguage();
  const present = items.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  return (
    <dl className="facts">
      {present.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd lang={otherLanguage(item.value)}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
