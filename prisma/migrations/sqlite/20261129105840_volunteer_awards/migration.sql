-- CreateTable
CREATE TABLE "VolunteerAward" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "actId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL DEFAULT 0,
    "day" TEXT NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawnBy" TEXT,
    "withdrawnReason" TEXT
);

-- CreateIndex
CREATE INDEX "VolunteerAward_personId_day_idx" ON "VolunteerAward"("personId", "day");

-- CreateIndex
CREATE INDEX "VolunteerAward_organisationId_id_idx" ON "VolunteerAward"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "VolunteerAward_actId_personId_key" ON "VolunteerAward"("actId", "personId");
