-- CreateTable
CREATE TABLE "CounterSignIn" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "givenBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "CounterSignIn_personId_key" ON "CounterSignIn"("personId");

-- CreateIndex
CREATE INDEX "CounterSignIn_expiresAt_idx" ON "CounterSignIn"("expiresAt");
