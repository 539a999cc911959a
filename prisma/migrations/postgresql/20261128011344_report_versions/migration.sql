-- DropIndex
DROP INDEX "ContentReport_subjectKind_subjectId_reporterId_key";

-- AlterTable
ALTER TABLE "ContentReport" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "ContentReport_subjectKind_subjectId_reporterId_version_key" ON "ContentReport"("subjectKind", "subjectId", "reporterId", "version");
