-- CreateTable
CREATE TABLE "SignInRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "device" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "SignInRecord_personId_at_idx" ON "SignInRecord"("personId", "at");

-- CreateIndex
CREATE INDEX "SignInRecord_at_idx" ON "SignInRecord"("at");
