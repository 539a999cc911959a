-- AlterTable
ALTER TABLE "AgreementDocument" ADD COLUMN "sealedHash" TEXT;
ALTER TABLE "AgreementDocument" ADD COLUMN "stampedAt" DATETIME;

-- CreateIndex
CREATE INDEX "AgreementDocument_sealedHash_idx" ON "AgreementDocument"("sealedHash");
