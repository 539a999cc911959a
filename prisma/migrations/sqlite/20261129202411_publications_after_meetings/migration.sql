-- CreateTable
CREATE TABLE "MeetingPublication" (
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heldAt" DATETIME NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "recordedBy" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,

    PRIMARY KEY ("meetingId", "position"),
    CONSTRAINT "MeetingPublication_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
