-- AlterTable
ALTER TABLE "Mail" ADD COLUMN "eventIds" TEXT;
