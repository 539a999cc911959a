-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Sanction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "decidedBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "endedAt" DATETIME,
    "endedAs" TEXT,
    "endedBy" TEXT,
    "endedReason" TEXT,
    "hidingId" TEXT
);
INSERT INTO "new_Sanction" ("areaId", "createdAt", "decidedBy", "endedAs", "endedAt", "endedBy", "endedReason", "endsAt", "ground", "id", "level", "personId", "reason", "subjectId", "subjectKind") SELECT "areaId", "createdAt", "decidedBy", "endedAs", "endedAt", "endedBy", "endedReason", "endsAt", "ground", "id", "level", "personId", "reason", "subjectId", "subjectKind" FROM "Sanction";
DROP TABLE "Sanction";
ALTER TABLE "new_Sanction" RENAME TO "Sanction";
CREATE UNIQUE INDEX "Sanction_hidingId_key" ON "Sanction"("hidingId");
CREATE INDEX "Sanction_personId_endedAt_idx" ON "Sanction"("personId", "endedAt");
CREATE INDEX "Sanction_endedAt_endsAt_idx" ON "Sanction"("endedAt", "endsAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- The hiding for which each was given: the last one before it. Of several for one thing the newest holds it.
UPDATE "Sanction" SET "hidingId" = (
  SELECT q."id" FROM "QueueItem" q
  WHERE q."subjectKind" = "Sanction"."subjectKind" AND q."subjectId" = "Sanction"."subjectId"
    AND q."decision" = 'hidden' AND q."decidedAt" <= "Sanction"."createdAt"
  ORDER BY q."decidedAt" DESC, q."id" DESC LIMIT 1)
WHERE "id" IN (SELECT MAX(s."id") FROM "Sanction" s GROUP BY s."subjectKind", s."subjectId");
