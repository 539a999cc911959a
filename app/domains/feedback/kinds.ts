/** 诉求类别: apart from the form's schema, so that lists need not load the checks. */
export const openFeedbackKinds = ['consultation', 'help', 'complaint', 'suggestion'] as const;

/** 举报: never public, and closed to those whom it may concern. */
export const misconduct = 'misconduct';

export const feedbackKinds = [...openFeedbackKinds, misconduct] as const;
