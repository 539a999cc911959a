/** Under which the files of an agreement hang on it. */
export const attachmentKind = 'agreement-file';
