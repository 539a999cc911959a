-- AlterTable
ALTER TABLE "Council" ADD COLUMN     "checkedPeople" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "CouncilCandidate" ADD COLUMN     "checked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "CouncilDraw" ADD COLUMN     "earlierSources" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "namedAfterDue" BOOLEAN NOT NULL DEFAULT false;
