-- CreateTable
CREATE TABLE "SignInRecord" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "SignInRecord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SignInRecord_personId_at_idx" ON "SignInRecord"("personId", "at");

-- CreateIndex
CREATE INDEX "SignInRecord_at_idx" ON "SignInRecord"("at");
