-- CreateTable
CREATE TABLE "CounterSignIn" (
    "codeHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "givenBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CounterSignIn_pkey" PRIMARY KEY ("codeHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "CounterSignIn_personId_key" ON "CounterSignIn"("personId");

-- CreateIndex
CREATE INDEX "CounterSignIn_expiresAt_idx" ON "CounterSignIn"("expiresAt");
