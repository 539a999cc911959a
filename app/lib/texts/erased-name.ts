/**
 * What stands where the name of a person stood who has closed the account, in every language; nobody can be called so
 * (`isPlainName`). Pages and mails say it in words: `shownName`.
 */
export const erasedName = '—';
