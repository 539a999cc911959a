import type { Context } from '../context';
import { appendEvent } from '../ledger/index.server';
import { ballotEvents } from './events';
import { rulesOf } from './frozen-rules';
import type { Transaction } from '~/platform/db/database.server';
import { seal } from '~/platform/crypto/seal.server';
import { randomToken } from '~/platform/crypto/tokens.server';

interface BallotToOpen {
  id: string;
  areaId: string;
  unit: string;
  minimumAge: number;
}

/**
 * Opens a scheduled ballot whose time has come: freezes the electorate and the rules, and makes the
 * secret that keeps papers apart from voters. Answers false where it was already open or cancelled.
 */
export async function openBallot(ctx: Context, ballotId: string): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const ballot = await tx.prisma.ballot.findUnique({
      where: { id: ballotId },
      include: { options: { orderBy: { position: 'asc' }, select: { id: true } } },
    });
    const now = ctx.clock.now();
    if (!ballot || ballot.state !== 'scheduled' || ballot.opensAt > now) return false;
    const electorateSize = await freezeElectorate(tx, ballot, now);
    const rules = rulesOf(
      ballot,
      ballot.options.map((option) => option.id),
      electorateSize,
    );
    const opened = await tx.prisma.ballot.updateMany({
      where: { id: ballotId, state: 'scheduled' },
      data: {
        state: 'open',
        openedAt: now,
        electorateSize,
        rules: JSON.stringify(rules),
        sealedSecret: seal(ctx.configuration.dataKey, randomToken()),
      },
    });
    if (opened.count === 0) return false;
    await appendEvent(tx, ctx, ballotEvents, {
      type: 'ballot.opened',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title, electorateSize, closesAt: ballot.closesAt },
    });
    return true;
  });
}

/** Copies who may vote now: verified residents of the area and below who are old enough. Answers the number of votes. */
async function freezeElectorate(tx: Transaction, ballot: BallotToOpen, now: Date): Promise<number> {
  const bornBy = now.getUTCFullYear() - ballot.minimumAge;
  const unit = ballot.unit === 'household' ? 'COALESCE("householdKey", "id")' : '"id"';
  await tx.sql.run(
    `INSERT INTO "Elector" ("ballotId", "personId", "unitKey", "areaId")
     SELECT ?, "id", ${unit}, "residenceAreaId" FROM "Person"
     WHERE "residenceAreaId" >= ? AND "residenceAreaId" < ? AND "suspendedAt" IS NULL
       AND (? = 0 OR "birthYear" <= ?)`,
    [ballot.id, ballot.areaId, `${ballot.areaId}~`, ballot.minimumAge, bornBy],
  );
  const [row] = await tx.sql.all<{ units: number }>(
    'SELECT COUNT(DISTINCT "unitKey") AS "units" FROM "Elector" WHERE "ballotId" = ?',
    [ballot.id],
  );
  return Number(row?.units ?? 0);
}
