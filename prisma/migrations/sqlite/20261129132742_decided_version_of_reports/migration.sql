-- AlterTable
ALTER TABLE "ContentReport" ADD COLUMN "decidedVersion" INTEGER;
ALTER TABLE "ContentReport" ADD COLUMN "decision" TEXT;
