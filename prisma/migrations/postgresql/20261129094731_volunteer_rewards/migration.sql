-- CreateTable
CREATE TABLE "Reward" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "each" INTEGER NOT NULL DEFAULT 1,
    "until" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Reward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RewardClaim" (
    "id" TEXT NOT NULL,
    "rewardId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "sealedCode" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settledBy" TEXT,

    CONSTRAINT "RewardClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShiftThanks" (
    "id" TEXT NOT NULL,
    "shiftId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settledBy" TEXT,

    CONSTRAINT "ShiftThanks_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "RewardClaim" ADD CONSTRAINT "RewardClaim_rewardId_fkey" FOREIGN KEY ("rewardId") REFERENCES "Reward"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftThanks" ADD CONSTRAINT "ShiftThanks_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;
