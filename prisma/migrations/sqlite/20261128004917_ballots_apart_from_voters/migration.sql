-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN "clearedAt" DATETIME;
ALTER TABLE "Ballot" ADD COLUMN "keyCheck" TEXT;
ALTER TABLE "Ballot" ADD COLUMN "keyLostAt" DATETIME;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN "eventId" TEXT;

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "clearedAt" DATETIME;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Elector" (
    "ballotId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitKey" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "voted" BOOLEAN NOT NULL DEFAULT false,
    "channel" TEXT,

    PRIMARY KEY ("ballotId", "personId"),
    CONSTRAINT "Elector_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Elector" ("areaId", "ballotId", "channel", "personId", "unitKey", "voted")
  SELECT "areaId", "ballotId", "channel", "personId", "unitKey", "votedAt" IS NOT NULL FROM "Elector" ORDER BY "ballotId", "personId";
DROP TABLE "Elector";
ALTER TABLE "new_Elector" RENAME TO "Elector";
CREATE INDEX "Elector_ballotId_unitKey_idx" ON "Elector"("ballotId", "unitKey");
CREATE TABLE "new_BallotPaper" (
    "ballotId" TEXT NOT NULL,
    "paperKey" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "casterKey" TEXT,
    "personId" TEXT,

    PRIMARY KEY ("ballotId", "paperKey"),
    CONSTRAINT "BallotPaper_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_BallotPaper" ("ballotId", "paperKey", "receipt", "choice", "personId")
  SELECT "ballotId", "paperKey", "receipt", "choice", "personId" FROM "BallotPaper" ORDER BY "ballotId", "paperKey";
DROP TABLE "BallotPaper";
ALTER TABLE "new_BallotPaper" RENAME TO "BallotPaper";
CREATE UNIQUE INDEX "BallotPaper_ballotId_receipt_key" ON "BallotPaper"("ballotId", "receipt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Mail_eventId_idx" ON "Mail"("eventId");

-- A vote is no event any more: who voted, and when, stood here in the order of the papers.
DELETE FROM "Event" WHERE "type" IN ('ballot.voted', 'ballot.vote-changed');

-- Conversations that are over: what tells who wrote a statement.
DELETE FROM "Mail" WHERE EXISTS (SELECT 1 FROM "Notification" n JOIN "Event" e ON e."id" = n."eventId"
  JOIN "Conversation" c ON c."id" = e."subjectId"
  WHERE n."personId" = "Mail"."personId" AND n."createdAt" = "Mail"."createdAt"
    AND e."type" IN ('statement.accepted', 'statement.refused') AND c."state" IN ('closed', 'cancelled'));
DELETE FROM "Notification" WHERE "eventId" IN (SELECT e."id" FROM "Event" e JOIN "Conversation" c ON c."id" = e."subjectId"
  WHERE e."type" IN ('statement.accepted', 'statement.refused') AND c."state" IN ('closed', 'cancelled'));
UPDATE "Event" SET "privateData" = NULL WHERE "type" IN ('statement.accepted', 'statement.refused')
  AND "subjectId" IN (SELECT "id" FROM "Conversation" WHERE "state" IN ('closed', 'cancelled'));

-- Laid anew, so that neither place nor time joins who follows with who answered.
CREATE TEMPORARY TABLE "keptFollow" AS SELECT f."personId", f."subjectKind", f."subjectId", c."openedAt" AS "createdAt"
  FROM "Follow" f JOIN "Conversation" c ON c."id" = f."subjectId" WHERE f."subjectKind" = 'conversation';
DELETE FROM "Follow" WHERE "subjectKind" = 'conversation';
INSERT INTO "Follow" ("personId", "subjectKind", "subjectId", "createdAt")
  SELECT "personId", "subjectKind", "subjectId", "createdAt" FROM "keptFollow" ORDER BY "subjectId", "personId";
DROP TABLE "keptFollow";
CREATE TEMPORARY TABLE "keptAnswer" AS SELECT * FROM "StatementAnswer";
CREATE TEMPORARY TABLE "keptParticipant" AS SELECT * FROM "Participant";
DELETE FROM "StatementAnswer";
DELETE FROM "Participant";
INSERT INTO "Participant" ("id", "conversationId", "personId", "areaId")
  SELECT "id", "conversationId", "personId", "areaId" FROM "keptParticipant" ORDER BY "id";
INSERT INTO "StatementAnswer" ("participantId", "statementId", "answer")
  SELECT "participantId", "statementId", "answer" FROM "keptAnswer" ORDER BY "participantId", "statementId";
DROP TABLE "keptAnswer";
DROP TABLE "keptParticipant";

-- Words that were deleted are overwritten in the search as elsewhere, and those from before are gone.
INSERT INTO "search_index"("search_index", "rank") VALUES ('secure-delete', 1);
INSERT INTO "search_index"("search_index") VALUES ('optimize');
