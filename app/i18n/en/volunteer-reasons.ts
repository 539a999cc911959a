import type { volunteerReasons as source } from '../zh-CN/volunteer-reasons';

export const volunteerReasons: Record<keyof typeof source, string> = {
  'volunteering.act-for-organiser': 'Please act for the organisation of this activity first.',
  'volunteering.group-too-large': 'One person may take {count} seats at most.',
  'volunteering.choose-role': 'Please choose what you would like to do.',
  'volunteering.answer-questions': 'Please answer what the organiser asks.',
  'volunteering.too-young': 'You are younger than this activity allows.',
  'volunteering.age-unknown':
    'This work is dangerous, so your age must be verified: please have your residence confirmed first.',
  'volunteering.absent-often':
    'You did not come {count} times in half a year, so you may hold one place at a time. If that is wrong, object under “My volunteering”.',
  'volunteering.late-needs-reason':
    'The time for signing off is over: please say why, and we tell the organiser.',
  'volunteering.offer-over': 'The seat is no longer kept for you; you may join the waiting list again.',
  'volunteering.no-offer': 'No seat is kept for you just now.',
  'volunteering.shift-off': 'This shift was called off.',
  'volunteering.begun-unchangeable': 'The shift has begun and can no longer be changed.',
  'volunteering.check-in-closed': 'Check-in is open from an hour before the start until the end.',
  'volunteering.check-out-closed': 'It is too late to check out; please ask the organiser.',
  'volunteering.wrong-code': 'These are not the digits on the screen now. They change every minute.',
  'volunteering.not-signed-up-here':
    'You have not signed up. If you are here, press “I came without signing up”.',
  'volunteering.not-checked-in': 'You have not checked in.',
  'volunteering.more-than-recorded': 'Check-in and check-out show {hours} hours; please say why it is more.',
  'volunteering.not-ended': 'The shift has not ended yet.',
  'volunteering.nothing-to-object': 'There is no record to object to yet.',
  'volunteering.objected-already': 'You have objected already; the organiser has not answered yet.',
  'volunteering.nobody-to-write': 'Nobody has signed up for this shift yet.',
  'volunteering.nothing-to-certify': 'This organisation has not confirmed any hours for you yet.',
  'volunteering.no-such-certificate':
    'There is no such certificate: please look at the number and the code again.',
  'volunteering.certificate-altered':
    'The text of this certificate is not the one that was issued: no paper is made of it.',
  'volunteering.certificate-was-revoked': 'This certificate was revoked: no paper is made of it.',
  'volunteering.certificate-revoked':
    'This certificate was revoked, so no file is made of it. Please get a new one if you need it.',
  'volunteering.moderators-only': 'Only those who moderate an area can see this.',
  'volunteering.own-certificates': 'Only the person it is for can see a certificate.',
  'volunteering.series-bad-rule': 'This rule cannot be read. Please check it.',
  'volunteering.series-too-many': 'A rule makes {count} shifts at most: please give an end.',
  'volunteering.series-too-far':
    'Shifts are planned for two years ahead at most: please give an earlier end.',
  'volunteering.too-far': 'Shifts are planned for two years ahead at most. Please check the year.',
  'volunteering.series-not-the-first':
    'The first shift is not on a day of this rule: let it begin on the first of its days.',
  'volunteering.series-none': 'This rule makes no shift at all.',
  'volunteering.contact-of-organisation': 'Please choose somebody who acts for the organisation.',
  'volunteering.no-such-account':
    'Nobody has an account with this address. Leave it empty to write the person down as a guest.',
  'volunteering.no-guests-in-danger':
    'Dangerous work needs insurance by name beforehand: please have the person sign up.',
  'volunteering.too-many-guests': 'No more than {count} guests can be written down for one shift.',
  'volunteering.own-appeals': 'Only the volunteer can appeal.',
  'volunteering.appealed-already': 'An appeal was made already.',
  'volunteering.nothing-to-appeal': 'You can appeal once the organisers have refused an objection.',
  'volunteering.appeal-too-late': 'The time for appealing is over.',
  'volunteering.second-instance':
    'Somebody decides who neither belongs to the organisation nor decided before.',
  'volunteering.record-appealed': 'A moderator was asked about this record: nobody else changes it.',
  'volunteering.say-evaluation': 'Please write some words or choose stars.',
  'volunteering.not-served': 'Only service that is confirmed is evaluated.',
};
