-- AlterTable
ALTER TABLE "QueueItem" ADD COLUMN     "concernedId" TEXT;

-- AlterTable
ALTER TABLE "ContentReport" ADD COLUMN     "decidedAt" TIMESTAMP(3);
