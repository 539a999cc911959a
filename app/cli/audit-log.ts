import { withMigrated } from './open-migrated';
import { contextFor } from '~/http/server/services.server';
import { auditLog } from '~/domains/ledger/index.server';
import type { AuditFinding } from '~/domains/ledger/index.server';
import type { Configuration } from '~/platform/configuration.server';

const words: Record<AuditFinding['fault'], string> = {
  'event-changed': 'the event says something else than what was entered',
  'event-gone': 'the event is gone, or not public any more',
  'event-not-entered': 'a public event that the log does not have',
  'secret-gone': 'the entry cannot be opened, and no later one stands in its place',
  'entry-changed': 'the entry is gone, or another than the tree has',
  'tile-changed': 'hashes of the tree are not those of its entries',
  'head-changed': 'the newest head is not that of the entries, or its signature does not hold',
};

const line = ({ fault, index, eventId }: AuditFinding) =>
  [index === null ? null : `entry ${index}`, eventId === null ? null : `event ${eventId}`, words[fault]]
    .filter((part) => part !== null)
    .join(': ');

/** Compares the public log with the events that it is about, and prints what was changed. Answers the exit code. */
export function audit(configuration: Configuration, say: (line: string) => void): Promise<number> {
  return withMigrated(configuration, async (services) => {
    const { size, replaced, findings } = await auditLog(contextFor(services, { kind: 'system' }, 'zh-CN'));
    say(`${size} entries; of ${replaced} the words were taken out and stand in later ones`);
    for (const finding of findings) say(line(finding));
    say(findings.length === 0 ? 'The events are those that were entered.' : `${findings.length} findings.`);
    return findings.length === 0 ? 0 : 1;
  });
}
