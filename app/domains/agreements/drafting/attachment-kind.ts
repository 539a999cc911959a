/** Under which the files of an agreement hang on it. */
export const attachmentKind = 'agreement-file';

/** Under which what shows that an obligation was kept hangs on the obligation; for the parties alone. */
export const evidenceKind = 'obligation-evidence';
