/** A folder that is no backup or not whole, was opened with another key, or a place that is not empty: a fault of the call. */
export class BackupFault extends Error {}
