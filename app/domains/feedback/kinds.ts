/** 诉求类别: apart from the form's schema, so that lists need not load the checks. */
export const feedbackKinds = ['consultation', 'help', 'complaint', 'suggestion'] as const;
