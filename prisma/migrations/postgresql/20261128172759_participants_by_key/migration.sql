-- DropIndex
DROP INDEX "Participant_personId_idx";

-- DropIndex
DROP INDEX "Participant_conversationId_personId_key";

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "keyCheck" TEXT;

-- Conversations that are open keep the ids of people until they close.
ALTER TABLE "Participant" RENAME COLUMN "personId" TO "personKey";

-- CreateIndex
CREATE INDEX "Participant_personKey_idx" ON "Participant"("personKey");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_conversationId_personKey_key" ON "Participant"("conversationId", "personKey");
