-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Council" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "purposeHtml" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "panels" INTEGER NOT NULL DEFAULT 1000,
    "onePerHousehold" BOOLEAN NOT NULL DEFAULT true,
    "quotas" TEXT NOT NULL,
    "volunteersUntil" DATETIME NOT NULL,
    "termUntil" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sealedSecret" TEXT,
    "secretCommitment" TEXT NOT NULL,
    "check" TEXT,
    "reason" TEXT,
    "seatedAt" DATETIME,
    "endedAt" DATETIME
);
INSERT INTO "new_Council" ("areaId", "check", "createdAt", "createdBy", "endedAt", "id", "onePerHousehold", "panels", "purpose", "purposeHtml", "quotas", "reason", "sealedSecret", "seatedAt", "seats", "secretCommitment", "state", "termUntil", "title", "version", "volunteersUntil") SELECT "areaId", "check", "createdAt", "createdBy", "endedAt", "id", "onePerHousehold", "panels", "purpose", "purposeHtml", "quotas", "reason", "sealedSecret", "seatedAt", "seats", "secretCommitment", "state", "termUntil", "title", "version", "volunteersUntil" FROM "Council";
DROP TABLE "Council";
ALTER TABLE "new_Council" RENAME TO "Council";
CREATE INDEX "Council_areaId_state_id_idx" ON "Council"("areaId", "state", "id");
CREATE INDEX "Council_state_termUntil_idx" ON "Council"("state", "termUntil");
CREATE TABLE "new_CouncilCandidate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "personId" TEXT,
    "number" TEXT,
    "state" TEXT NOT NULL,
    "invitedAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "sealedFeatures" TEXT,
    "chance" REAL,
    "drawnIn" INTEGER,
    "showsName" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "CouncilCandidate_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_CouncilCandidate" ("answeredAt", "chance", "councilId", "drawnIn", "id", "invitedAt", "number", "personId", "sealedFeatures", "showsName", "state") SELECT "answeredAt", "chance", "councilId", "drawnIn", "id", "invitedAt", "number", "personId", "sealedFeatures", "showsName", "state" FROM "CouncilCandidate";
DROP TABLE "CouncilCandidate";
ALTER TABLE "new_CouncilCandidate" RENAME TO "CouncilCandidate";
CREATE INDEX "CouncilCandidate_personId_idx" ON "CouncilCandidate"("personId");
CREATE INDEX "CouncilCandidate_councilId_state_idx" ON "CouncilCandidate"("councilId", "state");
CREATE UNIQUE INDEX "CouncilCandidate_councilId_personId_key" ON "CouncilCandidate"("councilId", "personId");
CREATE UNIQUE INDEX "CouncilCandidate_councilId_number_key" ON "CouncilCandidate"("councilId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
