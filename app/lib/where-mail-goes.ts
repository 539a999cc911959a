/** Out through the mail server, onto the page of a demo that shows them, or nowhere: they wait for a server to be set up. */
export type WhereMailGoes = 'out' | 'mailbox' | 'nowhere';
