-- AlterTable
ALTER TABLE "ClauseNote" ADD COLUMN "fields" TEXT;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN "mergedAt" DATETIME;
ALTER TABLE "Organisation" ADD COLUMN "mergedIntoId" TEXT;

-- AlterTable
ALTER TABLE "Shift" ADD COLUMN "contactId" TEXT;

-- CreateTable
CREATE TABLE "ClauseNoteAssent" (
    "noteId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("noteId", "organisationId"),
    CONSTRAINT "ClauseNoteAssent_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "ClauseNote" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AgreementParty" (
    "agreementId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "creditCode" TEXT NOT NULL DEFAULT '',
    "signedAt" DATETIME,
    "signatoryId" TEXT,
    "signatoryName" TEXT,
    "mandate" TEXT,
    "nameFrom" TEXT,
    "signedHash" TEXT,
    "seal" TEXT,
    "declinedAt" DATETIME,
    "declinedReason" TEXT,
    "drafting" TEXT NOT NULL DEFAULT 'whole',
    "clauses" TEXT NOT NULL DEFAULT '[]',

    PRIMARY KEY ("agreementId", "organisationId"),
    CONSTRAINT "AgreementParty_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_AgreementParty" ("agreementId", "creditCode", "declinedAt", "declinedReason", "mandate", "name", "nameFrom", "organisationId", "position", "role", "seal", "signatoryId", "signatoryName", "signedAt", "signedHash") SELECT "agreementId", "creditCode", "declinedAt", "declinedReason", "mandate", "name", "nameFrom", "organisationId", "position", "role", "seal", "signatoryId", "signatoryName", "signedAt", "signedHash" FROM "AgreementParty";
DROP TABLE "AgreementParty";
ALTER TABLE "new_AgreementParty" RENAME TO "AgreementParty";
CREATE INDEX "AgreementParty_organisationId_idx" ON "AgreementParty"("organisationId");
CREATE INDEX "AgreementParty_signatoryId_idx" ON "AgreementParty"("signatoryId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ClauseNoteAssent_personId_idx" ON "ClauseNoteAssent"("personId");

-- CreateIndex
CREATE INDEX "Organisation_mergedIntoId_idx" ON "Organisation"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Shift_contactId_idx" ON "Shift"("contactId");
