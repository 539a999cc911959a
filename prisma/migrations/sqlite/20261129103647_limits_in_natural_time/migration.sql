-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_LimitRule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "category" TEXT NOT NULL DEFAULT '',
    "level" TEXT NOT NULL DEFAULT '',
    "urgency" TEXT NOT NULL DEFAULT '',
    "responseHours" INTEGER NOT NULL,
    "resolutionDays" INTEGER NOT NULL,
    "responseTime" TEXT NOT NULL DEFAULT 'working',
    "resolutionTime" TEXT NOT NULL DEFAULT 'working',
    "source" TEXT NOT NULL,
    "updatedBy" TEXT,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_LimitRule" ("category", "id", "level", "resolutionDays", "responseHours", "source", "updatedAt", "updatedBy", "urgency") SELECT "category", "id", "level", "resolutionDays", "responseHours", "source", "updatedAt", "updatedBy", "urgency" FROM "LimitRule";
DROP TABLE "LimitRule";
ALTER TABLE "new_LimitRule" RENAME TO "LimitRule";
CREATE UNIQUE INDEX "LimitRule_category_level_urgency_key" ON "LimitRule"("category", "level", "urgency");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
