-- DropIndex
DROP INDEX "Organisation_creditCode_key";

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "erasedAt" TIMESTAMP(3),
ADD COLUMN     "erasedKey" TEXT;

-- AlterTable
ALTER TABLE "ResidenceVerification" ADD COLUMN     "waitingKey" TEXT;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "emptiedAt" TIMESTAMP(3),
ADD COLUMN     "sealed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "verifiedCode" TEXT;

-- AlterTable
ALTER TABLE "OrganisationInvitation" ADD COLUMN     "declinedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "PendingRegistration" (
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PendingRegistration_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "OwnershipOffer" (
    "organisationId" TEXT NOT NULL,
    "toPersonId" TEXT NOT NULL,
    "offeredBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OwnershipOffer_pkey" PRIMARY KEY ("organisationId")
);

-- CreateIndex
CREATE INDEX "PendingRegistration_email_createdAt_idx" ON "PendingRegistration"("email", "createdAt");

-- CreateIndex
CREATE INDEX "PendingRegistration_expiresAt_idx" ON "PendingRegistration"("expiresAt");

-- CreateIndex
CREATE INDEX "OwnershipOffer_toPersonId_idx" ON "OwnershipOffer"("toPersonId");

-- CreateIndex
CREATE INDEX "Person_erasedKey_idx" ON "Person"("erasedKey");

-- CreateIndex
CREATE INDEX "MailToken_expiresAt_idx" ON "MailToken"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "ResidenceVerification_waitingKey_key" ON "ResidenceVerification"("waitingKey");

-- CreateIndex
CREATE INDEX "Mail_emptiedAt_createdAt_idx" ON "Mail"("emptiedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_verifiedCode_key" ON "Organisation"("verifiedCode");

-- CreateIndex
CREATE INDEX "Organisation_creditCode_idx" ON "Organisation"("creditCode");

-- AddForeignKey
ALTER TABLE "OwnershipOffer" ADD CONSTRAINT "OwnershipOffer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of the registrations of an address that nobody has confirmed only the first one's password is known: it goes to
-- that one's link. The others, and all where two came at the same instant, register again.
INSERT INTO "PendingRegistration" ("tokenHash", "email", "displayName", "passwordHash", "locale", "createdAt", "expiresAt")
SELECT t."tokenHash", p."email", p."displayName", p."passwordHash", p."locale", t."createdAt", t."expiresAt"
FROM "MailToken" t JOIN "Person" p ON p."id" = t."personId"
WHERE t."purpose" = 'confirm' AND t."usedAt" IS NULL AND p."emailConfirmedAt" IS NULL AND p."passwordHash" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "MailToken" o WHERE o."personId" = t."personId" AND o."purpose" = 'confirm'
    AND o."tokenHash" <> t."tokenHash" AND o."createdAt" <= t."createdAt");
DELETE FROM "MailToken" WHERE "purpose" = 'confirm'
  OR "personId" IN (SELECT "id" FROM "Person" WHERE "emailConfirmedAt" IS NULL);
UPDATE "Person" SET "passwordHash" = NULL WHERE "emailConfirmedAt" IS NULL;

-- One request of a person waits: the oldest one.
UPDATE "ResidenceVerification" SET "waitingKey" = "personId" WHERE "state" = 'waiting'
  AND NOT EXISTS (SELECT 1 FROM "ResidenceVerification" o WHERE o."personId" = "ResidenceVerification"."personId"
    AND o."state" = 'waiting' AND o."id" < "ResidenceVerification"."id");
UPDATE "QueueItem" SET "state" = 'settled', "decision" = 'withdrawn', "decidedAt" = "createdAt"
WHERE "kind" = 'residence-verification' AND "state" = 'open'
  AND NOT EXISTS (SELECT 1 FROM "ResidenceVerification" r
    WHERE r."id" = "QueueItem"."subjectId" AND r."waitingKey" IS NOT NULL);
UPDATE "ResidenceVerification" SET "state" = 'withdrawn' WHERE "state" = 'waiting' AND "waitingKey" IS NULL;

UPDATE "Organisation" SET "verifiedCode" = "creditCode" WHERE "state" = 'verified';

-- What was sent is emptied: its links let people in. What waits is sealed by the job mail.tidy.
UPDATE "Mail" SET "text" = '', "html" = '', "unsubscribeUrl" = NULL, "emptiedAt" = "sentAt" WHERE "sentAt" IS NOT NULL;
