-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ContentReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_ContentReport" ("createdAt", "ground", "id", "reporterId", "subjectId", "subjectKind", "words") SELECT "createdAt", "ground", "id", "reporterId", "subjectId", "subjectKind", "words" FROM "ContentReport";
DROP TABLE "ContentReport";
ALTER TABLE "new_ContentReport" RENAME TO "ContentReport";
CREATE UNIQUE INDEX "ContentReport_subjectKind_subjectId_reporterId_version_key" ON "ContentReport"("subjectKind", "subjectId", "reporterId", "version");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
