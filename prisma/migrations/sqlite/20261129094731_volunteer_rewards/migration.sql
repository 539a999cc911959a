-- CreateTable
CREATE TABLE "Reward" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "each" INTEGER NOT NULL DEFAULT 1,
    "until" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RewardClaim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "rewardId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "sealedCode" TEXT,
    "createdAt" DATETIME NOT NULL,
    "until" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "settledBy" TEXT,
    CONSTRAINT "RewardClaim_rewardId_fkey" FOREIGN KEY ("rewardId") REFERENCES "Reward" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ShiftThanks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shiftId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "settledBy" TEXT,
    CONSTRAINT "ShiftThanks_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Reward_state_id_idx" ON "Reward"("state", "id");

-- CreateIndex
CREATE INDEX "Reward_organisationId_idx" ON "Reward"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "RewardClaim_codeHash_key" ON "RewardClaim"("codeHash");

-- CreateIndex
CREATE INDEX "RewardClaim_personId_state_idx" ON "RewardClaim"("personId", "state");

-- CreateIndex
CREATE INDEX "RewardClaim_rewardId_state_idx" ON "RewardClaim"("rewardId", "state");

-- CreateIndex
CREATE INDEX "RewardClaim_state_until_idx" ON "RewardClaim"("state", "until");

-- CreateIndex
CREATE INDEX "ShiftThanks_state_createdAt_idx" ON "ShiftThanks"("state", "createdAt");

-- CreateIndex
CREATE INDEX "ShiftThanks_personId_idx" ON "ShiftThanks"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ShiftThanks_shiftId_personId_key" ON "ShiftThanks"("shiftId", "personId");
