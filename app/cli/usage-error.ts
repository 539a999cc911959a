/** The call or its input is wrong: the command ends with 2, and its message says what to change. */
export class UsageError extends Error {}
