-- AlterTable
ALTER TABLE "BallotOption" ADD COLUMN "costFen" BIGINT;
ALTER TABLE "BallotOption" ADD COLUMN "groupName" TEXT;

-- AlterTable
ALTER TABLE "Elector" ADD COLUMN "channel" TEXT;

-- CreateTable
CREATE TABLE "ListedElector" (
    "ballotId" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    PRIMARY KEY ("ballotId", "email"),
    CONSTRAINT "ListedElector_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CountedPaper" (
    "ballotId" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "personId" TEXT,

    PRIMARY KEY ("ballotId", "receipt"),
    CONSTRAINT "CountedPaper_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PaperSheet" (
    "ballotId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "firstBy" TEXT NOT NULL,
    "firstChoice" TEXT NOT NULL,
    "secondBy" TEXT,
    "secondChoice" TEXT,
    "choice" TEXT,
    "settledBy" TEXT,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ballotId", "number"),
    CONSTRAINT "PaperSheet_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Ballot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "questionHtml" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "terms" TEXT NOT NULL DEFAULT '{}',
    "electorateKind" TEXT NOT NULL DEFAULT 'residents',
    "standing" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL,
    "minimumAge" INTEGER NOT NULL,
    "maximumChoices" INTEGER,
    "quorumPercent" INTEGER,
    "thresholdPercent" INTEGER NOT NULL,
    "percentageBase" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "openedAt" DATETIME,
    "closedAt" DATETIME,
    "electorateSize" INTEGER,
    "votedCount" INTEGER NOT NULL DEFAULT 0,
    "sealedSecret" TEXT,
    "rules" TEXT,
    "result" TEXT,
    "createdBy" TEXT NOT NULL,
    "organisationId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "cancelledReason" TEXT,
    "paperVoting" BOOLEAN NOT NULL DEFAULT false,
    "sheetsCompleteAt" DATETIME,
    "remindedAt" DATETIME,
    "drawCommitment" TEXT,
    "sealedDrawSecret" TEXT,
    "drawSecret" TEXT,
    "recordDigest" TEXT
);
INSERT INTO "new_Ballot" ("areaId", "cancelledReason", "closedAt", "closesAt", "createdAt", "createdBy", "electorateSize", "id", "kind", "maximumChoices", "minimumAge", "openedAt", "opensAt", "organisationId", "percentageBase", "question", "questionHtml", "quorumPercent", "result", "rules", "sealedSecret", "secret", "standing", "state", "thresholdPercent", "title", "unit", "votedCount") SELECT "areaId", "cancelledReason", "closedAt", "closesAt", "createdAt", "createdBy", "electorateSize", "id", "kind", "maximumChoices", "minimumAge", "openedAt", "opensAt", "organisationId", "percentageBase", "question", "questionHtml", "quorumPercent", "result", "rules", "sealedSecret", "secret", "standing", "state", "thresholdPercent", "title", "unit", "votedCount" FROM "Ballot";
DROP TABLE "Ballot";
ALTER TABLE "new_Ballot" RENAME TO "Ballot";
CREATE INDEX "Ballot_areaId_state_id_idx" ON "Ballot"("areaId", "state", "id");
CREATE INDEX "Ballot_state_closesAt_idx" ON "Ballot"("state", "closesAt");
CREATE INDEX "Ballot_state_opensAt_idx" ON "Ballot"("state", "opensAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
