-- AlterTable
ALTER TABLE "Person" ADD COLUMN "digestedAt" DATETIME;

-- CreateTable
CREATE TABLE "KeptValue" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);
