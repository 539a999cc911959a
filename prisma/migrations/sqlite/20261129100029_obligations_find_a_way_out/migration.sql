-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN "carriedTo" TEXT;
ALTER TABLE "Obligation" ADD COLUMN "writtenOff" TEXT;
ALTER TABLE "Obligation" ADD COLUMN "writtenOffAt" DATETIME;
ALTER TABLE "Obligation" ADD COLUMN "writtenOffBy" TEXT;
