-- AlterTable
ALTER TABLE "LimitRule" ADD COLUMN     "resolutionTime" TEXT NOT NULL DEFAULT 'working',
ADD COLUMN     "responseTime" TEXT NOT NULL DEFAULT 'working';
