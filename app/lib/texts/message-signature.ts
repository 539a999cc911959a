/** The signature of text messages as operators in China demand it, whatever the language of the message. */
export const signatureMark = (signature: string): string => (signature === '' ? '' : `【${signature}】`);

/** A signature as it is configured: with its brackets or without. */
export const withoutBrackets = (text: string): string => text.replace(/[【】]/g, '');
