export const meetingsMenu = { meetings: 'Meetings' };
