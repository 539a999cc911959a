/** URLs of writing a ballot in steps: apart, so that no page of voters carries them. */
export const ballotPaths = {
  drafts: '/ballots/drafts',
  draftStep: (id: string, step: string) => `/ballots/drafts/${id}/${step}`,
  /** A step as it comes back from the preview: with what is wrong on it. */
  mendStep: (id: string, step: string) => `/ballots/drafts/${id}/${step}?mend=1`,
  /** What was typed in a draft that cannot be sent any more. */
  draftLeft: (id: string) => `/ballots/drafts/${id}/left`,
  /** Where the statutory record is completed. */
  meeting: (id: string) => `/ballots/${id}/meeting`,
} as const;
