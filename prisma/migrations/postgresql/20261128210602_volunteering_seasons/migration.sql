-- AlterTable
ALTER TABLE "Opportunity" ADD COLUMN     "dangerous" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "insurance" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "largestGroup" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "questions" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "sealedContact" TEXT,
ADD COLUMN     "signOffHours" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "signUpHours" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "skills" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Shift" ADD COLUMN     "arrivals" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "changedAt" TIMESTAMP(3),
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "remindedDayAt" TIMESTAMP(3),
ADD COLUMN     "remindedHoursAt" TIMESTAMP(3),
ADD COLUMN     "roles" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seriesId" TEXT;

-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "arrival" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "checkedInAt" TIMESTAMP(3),
ADD COLUMN     "checkedInBy" TEXT,
ADD COLUMN     "checkedOutAt" TIMESTAMP(3),
ADD COLUMN     "groupName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "objectedAt" TIMESTAMP(3),
ADD COLUMN     "objection" TEXT,
ADD COLUMN     "objectionAnswer" TEXT,
ADD COLUMN     "objectionAnsweredAt" TIMESTAMP(3),
ADD COLUMN     "objectionAnsweredBy" TEXT,
ADD COLUMN     "offeredUntil" TIMESTAMP(3),
ADD COLUMN     "role" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sealedAnswers" TEXT,
ADD COLUMN     "seats" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "walkIn" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ShiftSeries" (
    "id" TEXT NOT NULL,
    "opportunityId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ShiftSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShiftMessage" (
    "id" TEXT NOT NULL,
    "shiftId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sentBy" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,
    "recipients" INTEGER NOT NULL,

    CONSTRAINT "ShiftMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VolunteerProfile" (
    "personId" TEXT NOT NULL,
    "skills" TEXT NOT NULL DEFAULT '',
    "freeTimes" TEXT NOT NULL DEFAULT '',
    "areaId" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "VolunteerProfile_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "VolunteerCalendar" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "VolunteerCalendar_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "VolunteerCertificate" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "sealedContent" TEXT NOT NULL,
    "shows" TEXT NOT NULL DEFAULT '',
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "revokedBy" TEXT,
    "revokedReason" TEXT,

    CONSTRAINT "VolunteerCertificate_pkey" PRIMARY KEY ("id")
);

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

-- CreateIndex
CREATE INDEX "Shift_endsAt_idx" ON "Shift"("endsAt");

-- CreateIndex
CREATE INDEX "Shift_seriesId_idx" ON "Shift"("seriesId");

-- CreateIndex
CREATE INDEX "SignUp_state_offeredUntil_idx" ON "SignUp"("state", "offeredUntil");

-- CreateIndex
CREATE INDEX "SignUp_objectedAt_idx" ON "SignUp"("objectedAt");

-- AddForeignKey
ALTER TABLE "ShiftMessage" ADD CONSTRAINT "ShiftMessage_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;
