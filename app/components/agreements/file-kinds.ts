/** What may hang on an agreement or its evidence, as the browser's dialogue filters it. */
export const fileKinds =
  '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,image/jpeg,image/png,image/webp';
