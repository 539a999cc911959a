import type { ReactNode } from 'react';
import { DescriptionList, Section } from '~/components/ui';

interface StatutoryRecordProps {
  record: { title: string; items: readonly { label: string; value: string }[] } | null;
  /** What can be done with it. */
  children?: ReactNode;
}

/** The record of a statutory meeting, as `statutoryLines` words it; nothing of other ballots. */
export function StatutoryRecord({ record, children }: StatutoryRecordProps) {
  return (
    record && (
      <Section title={record.title} id="record">
        <DescriptionList items={record.items} />
        {children}
      </Section>
    )
  );
}
