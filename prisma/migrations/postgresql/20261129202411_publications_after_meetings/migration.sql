-- CreateTable
CREATE TABLE "MeetingPublication" (
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heldAt" TIMESTAMP(3) NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MeetingPublication_pkey" PRIMARY KEY ("meetingId","position")
);

-- AddForeignKey
ALTER TABLE "MeetingPublication" ADD CONSTRAINT "MeetingPublication_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
