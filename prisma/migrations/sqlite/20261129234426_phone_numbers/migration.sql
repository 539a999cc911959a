-- CreateTable
CREATE TABLE "ConfirmedPhone" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "sealedNumber" TEXT NOT NULL,
    "numberHash" TEXT NOT NULL,
    "confirmedAt" DATETIME NOT NULL,
    "provedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PhoneCode" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "personId" TEXT,
    "sealedNumber" TEXT NOT NULL,
    "numberHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TextMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "shownNumber" TEXT NOT NULL,
    "sealedNumber" TEXT NOT NULL,
    "sealedWords" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "partCount" INTEGER NOT NULL DEFAULT 0,
    "detail" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "acceptedAt" DATETIME,
    "reportedAt" DATETIME
);

-- CreateTable
CREATE TABLE "TextMessagePart" (
    "messageId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "operatorKey" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    PRIMARY KEY ("messageId", "position"),
    CONSTRAINT "TextMessagePart_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "TextMessage" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextMessageDay" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL
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
