-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "digestedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "KeptValue" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "KeptValue_pkey" PRIMARY KEY ("name")
);
