-- AlterTable
ALTER TABLE "Feedback" ADD COLUMN "number" TEXT;

-- CreateTable
CREATE TABLE "FeedbackNumber" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "last" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_number_key" ON "Feedback"("number");

-- What is older than the numbers has one made of its id, so that whoever asked it can quote it, too.
UPDATE "Feedback" SET "number" = 'SQ' || substr("id", 17);
