-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CallBack" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "personId" TEXT,
    "callerId" TEXT,
    "round" INTEGER NOT NULL DEFAULT 1,
    "askedAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "solved" BOOLEAN,
    "contacted" BOOLEAN,
    "rating" INTEGER,
    "words" TEXT,
    "recordedBy" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "lastTriedAt" DATETIME,
    CONSTRAINT "CallBack_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_CallBack" ("answeredAt", "askedAt", "callerId", "contacted", "id", "personId", "rating", "recordedBy", "round", "solved", "words", "workOrderId") SELECT "answeredAt", "askedAt", "callerId", "contacted", "id", "personId", "rating", "recordedBy", "round", "solved", "words", "workOrderId" FROM "CallBack";
DROP TABLE "CallBack";
ALTER TABLE "new_CallBack" RENAME TO "CallBack";
CREATE INDEX "CallBack_personId_answeredAt_idx" ON "CallBack"("personId", "answeredAt");
CREATE UNIQUE INDEX "CallBack_workOrderId_personId_round_key" ON "CallBack"("workOrderId", "personId", "round");
CREATE UNIQUE INDEX "CallBack_workOrderId_callerId_round_key" ON "CallBack"("workOrderId", "callerId", "round");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
