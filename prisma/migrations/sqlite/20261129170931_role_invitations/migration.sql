-- CreateTable
CREATE TABLE "RoleInvitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "takenBy" TEXT,
    "takenAt" DATETIME,
    "revokedBy" TEXT,
    "revokedAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "RoleInvitation_tokenHash_key" ON "RoleInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "RoleInvitation_areaId_idx" ON "RoleInvitation"("areaId");

-- CreateIndex
CREATE INDEX "RoleInvitation_takenBy_idx" ON "RoleInvitation"("takenBy");
