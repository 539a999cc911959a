import type { BallotKey } from '../ballot-key.server';
import { casterFor } from './rules';
import type { Sql } from '~/platform/db/database.server';

interface Asked {
  ballotId: string;
  key: BallotKey;
  /** Fewer than a statement takes values. */
  personIds: readonly string[];
}

/**
 * By the key that a paper bears which another cast, or may have: whose vote it is. Whatever became of the entrusting
 * since: what was cast under it stands until the person votes.
 */
export async function entrustedKeys(
  sql: Pick<Sql, 'all'>,
  { ballotId, key, personIds }: Asked,
): Promise<Map<string, string>> {
  const rows = await sql.all<{ fromPersonId: string; toPersonId: string }>(
    `SELECT "fromPersonId", "toPersonId" FROM "EntrustedVote"
     WHERE "ballotId" = ? AND "toPersonId" IS NOT NULL AND "fromPersonId" IN (${personIds.map(() => '?').join(', ')})`,
    [ballotId, ...personIds],
  );
  return new Map(
    rows.map((row) => [key.casterKey(casterFor(row.fromPersonId, row.toPersonId)), row.fromPersonId]),
  );
}
