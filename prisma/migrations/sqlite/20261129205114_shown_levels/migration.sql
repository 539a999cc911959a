-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_VolunteerProfile" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "skills" TEXT NOT NULL DEFAULT '',
    "freeTimes" TEXT NOT NULL DEFAULT '',
    "areaId" TEXT,
    "services" TEXT NOT NULL DEFAULT '',
    "showsLevel" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_VolunteerProfile" ("areaId", "freeTimes", "personId", "services", "skills", "updatedAt") SELECT "areaId", "freeTimes", "personId", "services", "skills", "updatedAt" FROM "VolunteerProfile";
DROP TABLE "VolunteerProfile";
ALTER TABLE "new_VolunteerProfile" RENAME TO "VolunteerProfile";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
