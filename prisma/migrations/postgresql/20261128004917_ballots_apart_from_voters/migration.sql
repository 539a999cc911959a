-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN     "clearedAt" TIMESTAMP(3),
ADD COLUMN     "keyCheck" TEXT,
ADD COLUMN     "keyLostAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Elector" ADD COLUMN     "voted" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Elector" SET "voted" = true, "votedAt" = NULL WHERE "votedAt" IS NOT NULL;
ALTER TABLE "Elector" DROP COLUMN "votedAt";

-- AlterTable
ALTER TABLE "BallotPaper" ADD COLUMN     "casterKey" TEXT;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "eventId" TEXT;

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "clearedAt" TIMESTAMP(3);

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
