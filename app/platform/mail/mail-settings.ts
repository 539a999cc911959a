import { z } from 'zod';
import { isMailServer, optionalText } from '../environment-fields';

/** The variables of mail, and of what hangs on it. */
export const mailVariables = {
  SMTP_URL: optionalText
    .refine(
      (text) => text === '' || isMailServer(text),
      'must be like smtp://user:password@host:port or smtps://…',
    )
    .describe('Mail server, smtp://user:password@host:port; without it mail stays in the database'),
  MAIL_FROM: z
    .string()
    .default('no-reply@gongzhi.example')
    .describe('Sender of the mails; an address alone goes under the name of the portal'),
  OFFICE_SECOND_STEP: z
    .enum(['mail', 'off'], { error: 'must be mail or off' })
    .default('mail')
    .describe(
      'mail asks those with offices for a code by mail after the password, who have set up no passkey for it; where SMTP_URL is empty nobody is asked',
    ),
};
