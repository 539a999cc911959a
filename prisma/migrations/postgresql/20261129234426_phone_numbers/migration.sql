-- CreateTable
CREATE TABLE "ConfirmedPhone" (
    "personId" TEXT NOT NULL,
    "sealedNumber" TEXT NOT NULL,
    "numberHash" TEXT NOT NULL,
    "confirmedAt" TIMESTAMP(3) NOT NULL,
    "provedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ConfirmedPhone_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "PhoneCode" (
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "personId" TEXT,
    "sealedNumber" TEXT NOT NULL,
    "numberHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PhoneCode_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "TextMessage" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "shownNumber" TEXT NOT NULL,
    "sealedNumber" TEXT NOT NULL,
    "sealedWords" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "partCount" INTEGER NOT NULL DEFAULT 0,
    "detail" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "acceptedAt" TIMESTAMP(3),
    "reportedAt" TIMESTAMP(3),

    CONSTRAINT "TextMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextMessagePart" (
    "messageId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "operatorKey" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "TextMessagePart_pkey" PRIMARY KEY ("messageId","position")
);

-- CreateTable
CREATE TABLE "TextMessageDay" (
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "TextMessageDay_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmedPhone_numberHash_key" ON "ConfirmedPhone"("numberHash");

-- CreateIndex
CREATE INDEX "PhoneCode_personId_idx" ON "PhoneCode"("personId");

-- CreateIndex
CREATE INDEX "PhoneCode_expiresAt_idx" ON "PhoneCode"("expiresAt");

-- CreateIndex
CREATE INDEX "TextMessage_createdAt_idx" ON "TextMessage"("createdAt");

-- CreateIndex
CREATE INDEX "TextMessage_state_acceptedAt_idx" ON "TextMessage"("state", "acceptedAt");

-- CreateIndex
CREATE INDEX "TextMessage_personId_idx" ON "TextMessage"("personId");

-- CreateIndex
CREATE INDEX "TextMessagePart_operatorKey_idx" ON "TextMessagePart"("operatorKey");

-- AddForeignKey
ALTER TABLE "TextMessagePart" ADD CONSTRAINT "TextMessagePart_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "TextMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
