-- AlterTable
ALTER TABLE "AgreementDocument" ADD COLUMN     "sealedHash" TEXT,
ADD COLUMN     "stampedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "AgreementDocument_sealedHash_idx" ON "AgreementDocument"("sealedHash");
