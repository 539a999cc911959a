-- CreateTable
CREATE TABLE "RoleInvitation" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "takenBy" TEXT,
    "takenAt" TIMESTAMP(3),
    "revokedBy" TEXT,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "RoleInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RoleInvitation_tokenHash_key" ON "RoleInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "RoleInvitation_areaId_idx" ON "RoleInvitation"("areaId");

-- CreateIndex
CREATE INDEX "RoleInvitation_takenBy_idx" ON "RoleInvitation"("takenBy");
