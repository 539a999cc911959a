-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN     "drawCommitment" TEXT,
ADD COLUMN     "drawSecret" TEXT,
ADD COLUMN     "electorateKind" TEXT NOT NULL DEFAULT 'residents',
ADD COLUMN     "paperVoting" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "recordDigest" TEXT,
ADD COLUMN     "remindedAt" TIMESTAMP(3),
ADD COLUMN     "sealedDrawSecret" TEXT,
ADD COLUMN     "sheetsCompleteAt" TIMESTAMP(3),
ADD COLUMN     "terms" TEXT NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "BallotOption" ADD COLUMN     "costFen" BIGINT,
ADD COLUMN     "groupName" TEXT;

-- AlterTable
ALTER TABLE "Elector" ADD COLUMN     "channel" TEXT;

-- CreateTable
CREATE TABLE "ListedElector" (
    "ballotId" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "ListedElector_pkey" PRIMARY KEY ("ballotId","email")
);

-- CreateTable
CREATE TABLE "CountedPaper" (
    "ballotId" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "personId" TEXT,

    CONSTRAINT "CountedPaper_pkey" PRIMARY KEY ("ballotId","receipt")
);

-- CreateTable
CREATE TABLE "PaperSheet" (
    "ballotId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "firstBy" TEXT NOT NULL,
    "firstChoice" TEXT NOT NULL,
    "secondBy" TEXT,
    "secondChoice" TEXT,
    "choice" TEXT,
    "settledBy" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PaperSheet_pkey" PRIMARY KEY ("ballotId","number")
);

-- AddForeignKey
ALTER TABLE "ListedElector" ADD CONSTRAINT "ListedElector_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedPaper" ADD CONSTRAINT "CountedPaper_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
