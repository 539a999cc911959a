-- CreateTable
CREATE TABLE "ShiftSeries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "opportunityId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "minutes" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ShiftMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shiftId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sentBy" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "recipients" INTEGER NOT NULL,
    CONSTRAINT "ShiftMessage_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VolunteerProfile" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "skills" TEXT NOT NULL DEFAULT '',
    "freeTimes" TEXT NOT NULL DEFAULT '',
    "areaId" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "VolunteerCalendar" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "kind")
);

-- CreateTable
CREATE TABLE "VolunteerCertificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "sealedContent" TEXT NOT NULL,
    "shows" TEXT NOT NULL DEFAULT '',
    "issuedAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedBy" TEXT,
    "revokedReason" TEXT
);

-- Columns that are added to tables which others hang on: no table is written anew.
ALTER TABLE "Opportunity" ADD COLUMN "dangerous" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Opportunity" ADD COLUMN "insurance" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Opportunity" ADD COLUMN "skills" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Opportunity" ADD COLUMN "sealedContact" TEXT;
ALTER TABLE "Opportunity" ADD COLUMN "questions" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Opportunity" ADD COLUMN "signUpHours" INTEGER NOT NULL DEFAULT 3;
ALTER TABLE "Opportunity" ADD COLUMN "signOffHours" INTEGER NOT NULL DEFAULT 3;
ALTER TABLE "Opportunity" ADD COLUMN "largestGroup" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Shift" ADD COLUMN "place" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Shift" ADD COLUMN "roles" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Shift" ADD COLUMN "seriesId" TEXT;
ALTER TABLE "Shift" ADD COLUMN "sequence" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Shift" ADD COLUMN "changedAt" DATETIME;
ALTER TABLE "Shift" ADD COLUMN "arrivals" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Shift" ADD COLUMN "remindedDayAt" DATETIME;
ALTER TABLE "Shift" ADD COLUMN "remindedHoursAt" DATETIME;
ALTER TABLE "SignUp" ADD COLUMN "seats" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "SignUp" ADD COLUMN "role" TEXT NOT NULL DEFAULT '';
ALTER TABLE "SignUp" ADD COLUMN "groupName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "SignUp" ADD COLUMN "sealedAnswers" TEXT;
ALTER TABLE "SignUp" ADD COLUMN "arrival" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "SignUp" ADD COLUMN "offeredUntil" DATETIME;
ALTER TABLE "SignUp" ADD COLUMN "checkedInAt" DATETIME;
ALTER TABLE "SignUp" ADD COLUMN "checkedOutAt" DATETIME;
ALTER TABLE "SignUp" ADD COLUMN "checkedInBy" TEXT;
ALTER TABLE "SignUp" ADD COLUMN "walkIn" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "SignUp" ADD COLUMN "objection" TEXT;
ALTER TABLE "SignUp" ADD COLUMN "objectedAt" DATETIME;
ALTER TABLE "SignUp" ADD COLUMN "objectionAnswer" TEXT;
ALTER TABLE "SignUp" ADD COLUMN "objectionAnsweredAt" DATETIME;
ALTER TABLE "SignUp" ADD COLUMN "objectionAnsweredBy" TEXT;
CREATE INDEX "Shift_endsAt_idx" ON "Shift"("endsAt");
CREATE INDEX "Shift_seriesId_idx" ON "Shift"("seriesId");
CREATE INDEX "SignUp_state_offeredUntil_idx" ON "SignUp"("state", "offeredUntil");
CREATE INDEX "SignUp_objectedAt_idx" ON "SignUp"("objectedAt");

-- CreateIndex
CREATE INDEX "ShiftSeries_opportunityId_idx" ON "ShiftSeries"("opportunityId");

-- CreateIndex
CREATE INDEX "ShiftMessage_shiftId_sentAt_idx" ON "ShiftMessage"("shiftId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "VolunteerCalendar_tokenHash_key" ON "VolunteerCalendar"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "VolunteerCertificate_number_key" ON "VolunteerCertificate"("number");

-- CreateIndex
CREATE INDEX "VolunteerCertificate_personId_issuedAt_idx" ON "VolunteerCertificate"("personId", "issuedAt");

-- CreateIndex
CREATE INDEX "VolunteerCertificate_organisationId_issuedAt_idx" ON "VolunteerCertificate"("organisationId", "issuedAt");
