-- AlterTable
ALTER TABLE "ClauseNote" ADD COLUMN     "fields" TEXT;

-- AlterTable
ALTER TABLE "AgreementParty" ADD COLUMN     "clauses" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "drafting" TEXT NOT NULL DEFAULT 'whole';

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "mergedAt" TIMESTAMP(3),
ADD COLUMN     "mergedIntoId" TEXT;

-- AlterTable
ALTER TABLE "Shift" ADD COLUMN     "contactId" TEXT;

-- CreateTable
CREATE TABLE "ClauseNoteAssent" (
    "noteId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ClauseNoteAssent_pkey" PRIMARY KEY ("noteId","organisationId")
);

-- CreateIndex
CREATE INDEX "ClauseNoteAssent_personId_idx" ON "ClauseNoteAssent"("personId");

-- CreateIndex
CREATE INDEX "Organisation_mergedIntoId_idx" ON "Organisation"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Shift_contactId_idx" ON "Shift"("contactId");

-- AddForeignKey
ALTER TABLE "ClauseNoteAssent" ADD CONSTRAINT "ClauseNoteAssent_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "ClauseNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;
