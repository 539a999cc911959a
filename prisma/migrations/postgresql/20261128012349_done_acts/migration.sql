-- CreateTable
CREATE TABLE "DoneAct" (
    "key" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "doneAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DoneAct_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "DoneAct_doneAt_idx" ON "DoneAct"("doneAt");
