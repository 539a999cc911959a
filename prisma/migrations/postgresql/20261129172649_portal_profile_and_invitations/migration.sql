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

-- CreateTable
CREATE TABLE "PortalProfile" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "nameChinese" TEXT NOT NULL,
    "nameEnglish" TEXT NOT NULL,
    "sloganChinese" TEXT NOT NULL,
    "sloganEnglish" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "mailAddress" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "colourLight" TEXT NOT NULL,
    "colourDark" TEXT NOT NULL,
    "logoId" TEXT,
    "logoWidth" INTEGER,
    "logoHeight" INTEGER,

    CONSTRAINT "PortalProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortalProfileChange" (
    "id" TEXT NOT NULL,
    "profileId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "became" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PortalProfileChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RoleInvitation_tokenHash_key" ON "RoleInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "RoleInvitation_areaId_idx" ON "RoleInvitation"("areaId");

-- CreateIndex
CREATE INDEX "RoleInvitation_takenBy_idx" ON "RoleInvitation"("takenBy");

-- CreateIndex
CREATE UNIQUE INDEX "PortalProfileChange_profileId_version_key" ON "PortalProfileChange"("profileId", "version");

-- AddForeignKey
ALTER TABLE "PortalProfileChange" ADD CONSTRAINT "PortalProfileChange_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "PortalProfile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
