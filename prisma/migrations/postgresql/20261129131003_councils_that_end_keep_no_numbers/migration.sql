-- AlterTable
ALTER TABLE "Council" ALTER COLUMN "sealedSecret" DROP NOT NULL;

-- AlterTable
ALTER TABLE "CouncilCandidate" ALTER COLUMN "number" DROP NOT NULL;

-- What ended before this keeps no secret and no numbers either; nor who had no seat to the end.
UPDATE "Council" SET "sealedSecret" = NULL WHERE "state" IN ('closed', 'cancelled');
DELETE FROM "CouncilCandidate" WHERE "state" <> 'accepted'
  AND "councilId" IN (SELECT "id" FROM "Council" WHERE "state" IN ('closed', 'cancelled'));
UPDATE "CouncilCandidate" SET "number" = NULL, "chance" = NULL, "drawnIn" = NULL, "sealedFeatures" = NULL
  WHERE "councilId" IN (SELECT "id" FROM "Council" WHERE "state" IN ('closed', 'cancelled'));
UPDATE "CouncilDraw" SET "quotas" = '[]' WHERE "number" > 1
  AND "councilId" IN (SELECT "id" FROM "Council" WHERE "state" IN ('closed', 'cancelled'));

-- Who answered, or took a seat, is in no event that only says that it happened; these stand in no public log.
UPDATE "Event" SET "actorPersonId" = NULL, "actorOrganisationId" = NULL, "mandate" = NULL
  WHERE "type" IN ('council.volunteered', 'council.declined', 'council.seat-accepted');
