export const rollReasons = {
  'ballots.no-roll': 'This ballot has no roll.',
  'ballots.roll-frozen':
    'The roll was frozen at opening and is not changed. Who was left out can be asked for; a second member of staff confirms it.',
  'ballots.roll-full': 'A roll has at most {most} people.',
  'ballots.roll-double': 'This person is on the roll already: name, unit and year of birth are the same.',
  'ballots.roll-late':
    'The opening time has passed: please import the whole roll as one file; the ballot opens at once then.',
  'ballots.roll-account-taken': 'This account is joined with another person on the roll.',
  'ballots.roll-line-joined': 'This person on the roll is joined with an account already.',
  'ballots.roll-no-account': 'There is no account of this mail address, or the address is not confirmed.',
  'ballots.roll-second-person': 'A correction is confirmed by another member of staff.',
  'ballots.roll-decided': 'This correction has been decided already.',
  'ballots.roll-nothing': 'Please choose a file or paste a table.',
  'ballots.roll-own-account': 'Nobody joins the own account: another organiser checks it.',
  'ballots.roll-fault.csv': 'This table cannot be read, please save it as CSV or .xlsx: {value}',
  'ballots.roll-fault.encoding': 'This line is encoded otherwise than the rest; save the table as UTF-8.',
  'ballots.roll-fault.too-many': 'A roll has at most {value} lines; make several ballots.',
  'ballots.roll-fault.too-long': 'This line is too long (more than {value} characters).',
  'ballots.roll-fault.empty': 'There is nobody in the table.',
  'ballots.roll-fault.columns': 'The first line lacks the column “{value}” (or name).',
  'ballots.roll-fault.lost-character':
    'The question mark in “{value}” stands for a character that was lost when the file was saved: save it as “CSV UTF-8”.',
  'ballots.roll-fault.double-column': 'Several columns are called “{value}”, or say the same: keep one.',
  'ballots.roll-fault.no-name': 'There is no name.',
  'ballots.roll-fault.long-name': 'The name has more than {value} characters.',
  'ballots.roll-fault.long-place': 'Unit or household has more than {value} characters.',
  'ballots.roll-fault.became-day':
    '“{value}” is a day that a spreadsheet made of a unit: set the column to text and fill it in again.',
  'ballots.roll-fault.spoilt':
    '“{value}” is a number that a spreadsheet spoilt: set the column to text and fill it in again.',
  'ballots.roll-fault.birth-year': '“{value}” is no year of birth; write four digits.',
  'ballots.roll-fault.no-year': 'This ballot is for people of {value} or more: write the year of birth.',
  'ballots.roll-fault.too-young': 'Born in {value}: too young for this ballot.',
  'ballots.roll-fault.double': 'The same person as on line {value}.',
  'ballots.not-on-roll':
    'This ballot is for the people on its roll, and your account is joined with none of them. If you are on the roll, please vote at the counter of your community and bring your papers.',
};
