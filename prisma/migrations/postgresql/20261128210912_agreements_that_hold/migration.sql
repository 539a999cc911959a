-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN     "attachments" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "continuesAs" TEXT,
ADD COLUMN     "continuesId" TEXT,
ADD COLUMN     "form" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "noticeOf" TEXT,
ADD COLUMN     "remindedAt" TIMESTAMP(3),
ADD COLUMN     "signBy" TIMESTAMP(3),
ADD COLUMN     "signDays" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "signedEndsAt" TIMESTAMP(3),
ADD COLUMN     "signingOrder" TEXT NOT NULL DEFAULT 'parallel',
ADD COLUMN     "template" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "AgreementParty" ADD COLUMN     "nameFrom" TEXT;

-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "acceptedBy" TEXT,
ADD COLUMN     "acceptedFor" TEXT,
ADD COLUMN     "amountFen" BIGINT,
ADD COLUMN     "cureBy" TIMESTAMP(3),
ADD COLUMN     "payerId" TEXT,
ADD COLUMN     "releasedAt" TIMESTAMP(3),
ADD COLUMN     "releasedBy" TEXT,
ADD COLUMN     "reminded" TEXT,
ADD COLUMN     "reply" TEXT,
ADD COLUMN     "reportedAt" TIMESTAMP(3),
ADD COLUMN     "reportedBy" TEXT;

-- CreateTable
CREATE TABLE "AgreementAct" (
    "agreementId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AgreementAct_pkey" PRIMARY KEY ("agreementId","version","act","organisationId","personId")
);

-- CreateTable
CREATE TABLE "AgreementAssent" (
    "agreementId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AgreementAssent_pkey" PRIMARY KEY ("agreementId","what","version","organisationId")
);

-- CreateTable
CREATE TABLE "AgreementVersion" (
    "agreementId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fields" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AgreementVersion_pkey" PRIMARY KEY ("agreementId","version")
);

-- CreateTable
CREATE TABLE "ClauseNote" (
    "id" TEXT NOT NULL,
    "agreementId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "clause" INTEGER NOT NULL,
    "quoted" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "proposed" TEXT,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "decidedBy" TEXT,
    "decidedFor" TEXT,
    "decidedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ClauseNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementDocument" (
    "id" TEXT NOT NULL,
    "agreementId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "signatures" TEXT NOT NULL DEFAULT '[]',
    "sealedAt" TIMESTAMP(3),
    "fault" TEXT,
    "faultParams" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AgreementDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningMandate" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "limitFen" BIGINT,
    "expiresAt" TIMESTAMP(3),
    "grantedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "SigningMandate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AgreementAct_personId_idx" ON "AgreementAct"("personId");

-- CreateIndex
CREATE INDEX "AgreementAssent_personId_idx" ON "AgreementAssent"("personId");

-- CreateIndex
CREATE INDEX "AgreementVersion_personId_idx" ON "AgreementVersion"("personId");

-- CreateIndex
CREATE INDEX "ClauseNote_agreementId_createdAt_idx" ON "ClauseNote"("agreementId", "createdAt");

-- CreateIndex
CREATE INDEX "ClauseNote_personId_idx" ON "ClauseNote"("personId");

-- CreateIndex
CREATE INDEX "AgreementDocument_contentHash_idx" ON "AgreementDocument"("contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementDocument_agreementId_version_kind_key" ON "AgreementDocument"("agreementId", "version", "kind");

-- CreateIndex
CREATE INDEX "SigningMandate_organisationId_personId_idx" ON "SigningMandate"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "SigningMandate_personId_idx" ON "SigningMandate"("personId");

-- CreateIndex
CREATE INDEX "Agreement_state_signBy_idx" ON "Agreement"("state", "signBy");

-- CreateIndex
CREATE INDEX "Agreement_state_endsAt_idx" ON "Agreement"("state", "endsAt");

-- CreateIndex
CREATE INDEX "Agreement_continuesId_idx" ON "Agreement"("continuesId");

-- CreateIndex
CREATE INDEX "Obligation_organisationId_idx" ON "Obligation"("organisationId");

-- AddForeignKey
ALTER TABLE "AgreementAct" ADD CONSTRAINT "AgreementAct_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementAssent" ADD CONSTRAINT "AgreementAssent_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementVersion" ADD CONSTRAINT "AgreementVersion_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseNote" ADD CONSTRAINT "ClauseNote_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementDocument" ADD CONSTRAINT "AgreementDocument_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningMandate" ADD CONSTRAINT "SigningMandate_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
