import type { Message } from '../catalogue';
import type { pageDefaults as source } from '../zh-CN/page-defaults';

export const pageDefaults: Record<keyof typeof source, Message> = {
  'text.help': `# What you can do here

The portal keeps a matter in one place from the first word to the result: who raised it, what people said, how it was decided, who works on it, how far it is and what came of it. Reading needs no account; to take part, [register]({register}) first.

# Raise a matter or propose a change

- Something is to be put right (a broken lamp, a blocked stairway): [send feedback]({newFeedback}). Choose the kind and the place, say what is wrong, add photos if you like. The office sends it to whoever is responsible and you are told how it goes on.
- Something is to become different (more lamps, a new house rule): [write a proposal]({newProposal}). While you write you are shown similar ones, which you can endorse instead. With enough endorsements the office must answer.
- Drafts are kept as you write. Afterwards the page says at each step who is responsible and until when.

# Vote

1. [Have your residence checked]({residence}): the community confirms where you live. It serves only to find out where you may vote.
2. Choose on the page of the [ballot]({ballots}); you get a receipt. Until the end you can vote again, and the last vote counts.
3. After the count all papers (without who cast them) and every step of the count are public, and anyone can count again. Your receipt finds your own paper.

Whoever would rather not do this online can vote on paper at the counter, or entrust one vote to somebody of the family, as the page of the ballot says.

# Discuss

Comments stand below each matter. In a [conversation]({conversations}) you agree, disagree or pass on what others say and add your own; the portal draws which groups of opinion there are and what all share.

# Volunteer

Choose an activity and a shift under [volunteering]({volunteering}); scan the code when you come. Your hours are recorded and you can have a certificate. If you cannot come, cancel early: somebody is waiting.

# Sign an agreement

What organisations and residents have settled can become an [agreement]({agreements}). Read all of it before you sign. Who signs for an organisation needs its mandate and proves who they are once more. A signed text does not change, and anyone can check it.

# Report and appeal

If something breaks the [rules]({terms}), use “Report” beside it and say why; a moderator decides and you are told. If something of yours was hidden, or you may not post for a time, you can appeal in the notice that you got: somebody else looks at it. What is decided stands in the [moderation log]({moderationLog}).

# Account, notices, language

- Follow a matter and you read in your [inbox]({inbox}) how it goes on; whether by mail, too, you choose in your [account]({account}).
- Forgot the password: [set a new one by mail]({forgottenPassword}). Lost a passkey: get a recovery code at the counter.
- “Display and language” at the top offers Chinese, dark colours and large type.
- What is held on you and who looked at it stands under [My data]({heldData}).

# Still stuck?

See [how to reach us]({imprint}): by telephone or at the counter somebody can write it down for you.`,
  'text.terms': `# Who may use the portal

Everyone may read. An account needs a mail address of your own, one account a person; voting and signing also need your residence or identity confirmed. An account is not lent to others.

# Rules for what you write

- Say what is so, when and where; say “I heard” where you are not sure.
- About the matter, not the person: no insults, discrimination or threats, and nobody poses as somebody else.
- Nothing private about others: names, addresses, telephone numbers, papers, illnesses, pictures of children.
- No advertising, and no endorsements or votes by several accounts or programs.
- Nothing that the law forbids.

# When a rule is broken

What was written may be hidden, and an account may be kept from posting for a time. Each decision has a reason and a term, can be appealed against and stands in the [moderation log]({moderationLog}). Who may not post can still vote, read and follow the own matters.

# What you write

It stays yours. By posting it you let the portal show it and use it for the work on it, for statistics and open data, which never hold how to reach you. You can change it or take it back; decisions that were made and the public record stay, without your name if you wish.

# What the portal does, and does not

- What is taken on, and proposals with enough endorsements, are answered within the terms that their pages say.
- Programs only suggest (similar proposals, a kind, a department). People decide.
- Votes are counted by, and have the effect of, the rules published before they open.
- The portal may be down. A term that was missed for that reason is extended in public.

# Changes of these rules

Every version stays on this page, with the day and the reason of each change.`,
  'text.privacy': `# What we handle

Only what the matter at hand needs. No advertising, no selling, no profiles for other ends.

- {accountWords}
- {laterWords}

# What we ask your consent for

{consents}

Under [My data]({heldData}) you see each consent and can take it back. What was done lawfully before stays lawful.

# What is public

- Proposals, comments, feedback that you make public, statements and signatures, with your display name. It need not be your real name.
- Whether an endorsement shows your name or only counts, its page says.
- Votes: who voted and what was voted are kept apart; the published papers do not say who you are.
- Public matters are entered in the [public log]({log}), so that nothing can be changed unseen.

Never public: mail address, telephone, home address, year of birth, papers, needs for care. What is sensitive lies encrypted.

# Who can see it

Only the staff who work on the matter, when they need it, after saying for what. Each time is on record and you are told; under [My data]({heldData}) you find who looked, when and why.

When a matter goes on to another system, only what the work needs goes with it: not your name or how to reach you, unless you agreed for that matter.

# How long it is kept

By how long it is kept, the same as under “My data”:

{termList}

What officials decide is a record of office and stays.

# Your rights

You can see, copy, correct, take along and delete what is held on you, take consents back, have the rules explained, and close the account. Most of it you do yourself under [My data]({heldData}) and in your [account]({account}); for the rest [write to us]({imprint}). We answer within fifteen working days. You can complain to the authority for cyberspace affairs.

Children under fourteen need the consent of a parent or guardian.

# Cookies

Only those that are needed: signed in (30 days), language and colours (1 year), a message on the next page (1 minute), a choice made before signing in (30 minutes). None for statistics or advertising, and none of others.

# On your device

So that it also works without a network, your browser keeps:

- up to fifty public pages that you have looked at, as anybody sees them, until you sign out;
- feedback that could not be sent, with its pictures, until it is sent or you delete it; signing out does not delete it, and only you see it there;
- ticks of an attendance list until they are sent, the areas that you chose last, and what you have set for the page.

Nothing of your account, inbox or needs is kept there. You can delete all of it in the settings of your browser, under data of this site.

# Safety

Contact details and addresses are encrypted, of passwords only a hash is kept. If data should leak we tell those concerned and the authority, as the law says.`,
  'text.imprint': `# Who runs this portal

Whoever runs this portal has not filled in this page yet.

# Registration

{records}

# How to reach us

- For a particular matter [send feedback]({newFeedback}): you can see how far it is.
- Contacts, grid workers and supervision telephones stand on the page of each [area]({areas}).
- Which department answers for what stands in the [responsibility lists]({responsibilities}).`,
  'text.accessibility': `# What we aim at

The portal is built to level AA of the Web Content Accessibility Guidelines (WCAG) 2.2 and with an eye on the Chinese standard GB/T 37668—2019, so that everybody can use it: by keyboard, screen reader, magnifier or voice, on small screens and slow networks, and without scripts.

# What works

- Everything can be done by keyboard alone; the focus can be seen, and each page lets you skip to its content.
- Text has a contrast of at least 4.5:1, in light and in dark colours; nothing is said by colour alone.
- Beside each chart stands a table of the same figures; pictures have room for a description.
- Pages fit a screen 360 pixels wide; text can be enlarged to twice its size.
- Nothing runs out while you think; where there is a term (the second step of signing in, the end of a ballot) the page says it.
- “Display and language” offers large type.

# What does not work yet

- Photos and files of residents are described by those who upload them, if at all.
- Screen readers read the text of sealed PDF documents, but these lack a complete structure of headings; the same text stands on a page.
- Points on maps are read from the list beside them.

# If something is in your way

[Send feedback]({newFeedback}) or [write to us]({imprint}): which page, which device and program. You get the same service in a way that suits you, and we mend it as soon as we can. Without the internet, telephone us or come to the counter.

# How it is checked

With each change a program checks page by page, at the width of a telephone and of a desk, and walks the main ways without scripts, too. Programs do not find everything: please tell us.`,
  'no-records': 'No registration number is given.',
};
