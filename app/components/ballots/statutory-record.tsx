import { DescriptionList, LinkButton, Section } from '~/components/ui';

interface StatutoryRecordProps {
  record: {
    title: string;
    items: readonly { label: string; value: string }[];
    /** The way to complete it, for those who may. */
    complete: { children: string; to: string } | null;
  } | null;
}

/** The record of a statutory meeting, as `statutoryLines` words it; nothing of other ballots. */
export function StatutoryRecord({ record }: StatutoryRecordProps) {
  return (
    record && (
      <Section title={record.title} id="record">
        <DescriptionList items={record.items} />
        {record.complete && <LinkButton variant="secondary" {...record.complete} />}
      </Section>
    )
  );
}
