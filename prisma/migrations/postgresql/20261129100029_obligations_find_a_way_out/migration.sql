-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "carriedTo" TEXT,
ADD COLUMN     "writtenOff" TEXT,
ADD COLUMN     "writtenOffAt" TIMESTAMP(3),
ADD COLUMN     "writtenOffBy" TEXT;
