-- AlterTable
ALTER TABLE "AgreementParty" ADD COLUMN "nameFrom" TEXT;

-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN "acceptedBy" TEXT;
ALTER TABLE "Obligation" ADD COLUMN "acceptedFor" TEXT;
ALTER TABLE "Obligation" ADD COLUMN "amountFen" BIGINT;
ALTER TABLE "Obligation" ADD COLUMN "cureBy" DATETIME;
ALTER TABLE "Obligation" ADD COLUMN "payerId" TEXT;
ALTER TABLE "Obligation" ADD COLUMN "releasedAt" DATETIME;
ALTER TABLE "Obligation" ADD COLUMN "releasedBy" TEXT;
ALTER TABLE "Obligation" ADD COLUMN "reminded" TEXT;
ALTER TABLE "Obligation" ADD COLUMN "reply" TEXT;
ALTER TABLE "Obligation" ADD COLUMN "reportedAt" DATETIME;
ALTER TABLE "Obligation" ADD COLUMN "reportedBy" TEXT;

-- CreateTable
CREATE TABLE "AgreementAct" (
    "agreementId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("agreementId", "version", "act", "organisationId", "personId"),
    CONSTRAINT "AgreementAct_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementAssent" (
    "agreementId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("agreementId", "what", "version", "organisationId"),
    CONSTRAINT "AgreementAssent_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementVersion" (
    "agreementId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fields" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("agreementId", "version"),
    CONSTRAINT "AgreementVersion_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClauseNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "clause" INTEGER NOT NULL,
    "quoted" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "proposed" TEXT,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "decidedBy" TEXT,
    "decidedFor" TEXT,
    "decidedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ClauseNote_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "signatures" TEXT NOT NULL DEFAULT '[]',
    "sealedAt" DATETIME,
    "fault" TEXT,
    "faultParams" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "AgreementDocument_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SigningMandate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "limitFen" BIGINT,
    "expiresAt" DATETIME,
    "grantedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "SigningMandate_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Agreement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "proposalId" TEXT,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdBy" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "frozenAt" DATETIME,
    "contentHash" TEXT,
    "inForceAt" DATETIME,
    "endsAt" DATETIME,
    "reason" TEXT,
    "form" INTEGER NOT NULL DEFAULT 1,
    "template" TEXT NOT NULL DEFAULT '',
    "signingOrder" TEXT NOT NULL DEFAULT 'parallel',
    "signDays" INTEGER NOT NULL DEFAULT 30,
    "signBy" DATETIME,
    "remindedAt" DATETIME,
    "continuesId" TEXT,
    "continuesAs" TEXT,
    "attachments" TEXT NOT NULL DEFAULT '[]',
    "signedEndsAt" DATETIME,
    "noticeOf" TEXT
);
INSERT INTO "new_Agreement" ("areaId", "body", "bodyHtml", "contentHash", "createdAt", "createdBy", "endsAt", "frozenAt", "id", "inForceAt", "organisationId", "proposalId", "reason", "state", "title", "updatedAt", "version") SELECT "areaId", "body", "bodyHtml", "contentHash", "createdAt", "createdBy", "endsAt", "frozenAt", "id", "inForceAt", "organisationId", "proposalId", "reason", "state", "title", "updatedAt", "version" FROM "Agreement";
DROP TABLE "Agreement";
ALTER TABLE "new_Agreement" RENAME TO "Agreement";
CREATE INDEX "Agreement_areaId_state_id_idx" ON "Agreement"("areaId", "state", "id");
CREATE INDEX "Agreement_proposalId_idx" ON "Agreement"("proposalId");
CREATE INDEX "Agreement_state_signBy_idx" ON "Agreement"("state", "signBy");
CREATE INDEX "Agreement_state_endsAt_idx" ON "Agreement"("state", "endsAt");
CREATE INDEX "Agreement_continuesId_idx" ON "Agreement"("continuesId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "AgreementAct_personId_idx" ON "AgreementAct"("personId");

-- CreateIndex
CREATE INDEX "AgreementAssent_personId_idx" ON "AgreementAssent"("personId");

-- CreateIndex
CREATE INDEX "AgreementVersion_personId_idx" ON "AgreementVersion"("personId");

-- CreateIndex
CREATE INDEX "ClauseNote_agreementId_createdAt_idx" ON "ClauseNote"("agreementId", "createdAt");

-- CreateIndex
CREATE INDEX "ClauseNote_personId_idx" ON "ClauseNote"("personId");

-- CreateIndex
CREATE INDEX "AgreementDocument_contentHash_idx" ON "AgreementDocument"("contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementDocument_agreementId_version_kind_key" ON "AgreementDocument"("agreementId", "version", "kind");

-- CreateIndex
CREATE INDEX "SigningMandate_organisationId_personId_idx" ON "SigningMandate"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "SigningMandate_personId_idx" ON "SigningMandate"("personId");

-- CreateIndex
CREATE INDEX "Obligation_organisationId_idx" ON "Obligation"("organisationId");
