-- AlterTable
ALTER TABLE "ContentReport" ADD COLUMN     "decidedVersion" INTEGER,
ADD COLUMN     "decision" TEXT;
