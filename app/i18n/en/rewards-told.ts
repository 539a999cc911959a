export const events = {
  'award.recorded': '{organisation} recorded “{title}” for you',
  'award.withdrawn': '“{title}”, recorded for you, was taken back. Reason: {reason}',
  'reward.offered': 'A business offers a reward for volunteers: “{title}”',
  'reward.withdrawn':
    'The reward “{title}” was taken back; whoever had one kept has the points again. Reason: {reason}',
  'reward.taken': 'You took “{title}” for {points} points',
  'reward.returned': '“{title}” was given back, and you have its {points} points again',
  'reward.lapsed': '“{title}” was not fetched in time; you have its {points} points again',
  'reward.handed-over': 'You were given “{title}” for {points} points',
  'shift.thanked': 'Somebody thanks the volunteers of “{title}”: please read it and pass it on',
  'shift.thanks-passed-on': 'Somebody thanks the volunteers of “{title}”: {message}',
};

export const reasons = {
  'volunteering.award-future': 'The day is not later than today.',
  'volunteering.award-hours': 'Please say how long the training was.',
  'volunteering.award-who': 'Please choose volunteers who served with your organisation, and not yourself.',
  'volunteering.not-on-this-list': 'Not on the list of this shift: the sign-up may be gone.',
  'volunteering.ticked-outside':
    'The time that was ticked lies outside this shift: it may have been moved. Please look at the list.',
  'volunteering.account-closed': 'This account is closed: nothing more is recorded for it.',
  'volunteering.business-only':
    'Rewards come from verified businesses. Please choose first to act for your business.',
  'volunteering.own-reward': 'What your own organisation offers is for others.',
  'volunteering.reward-too-far': 'An offer ends within 400 days.',
  'volunteering.reward-over': 'This offer is over.',
  'volunteering.reward-gone': 'The last one has just gone.',
  'volunteering.reward-each': 'At most {count} for each person, and you have had yours.',
  'volunteering.too-few-points': 'You need {left} points more.',
  'volunteering.unknown-code': 'There is no such code at your business. Please compare it once more.',
  'volunteering.code-used': 'This code was handed over before: it cannot be used again.',
  'volunteering.code-over': 'This code has expired or was given back: it cannot be used.',
  'volunteering.own-thanks':
    'This is for those who were helped; you are a volunteer or organiser of this shift.',
  'volunteering.thanks-closed': 'Thanks can be written within thirty days after the shift.',
  'volunteering.thanked-already': 'You have thanked the volunteers of this shift already.',
};
