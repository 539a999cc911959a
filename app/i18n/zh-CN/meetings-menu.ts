export const meetingsMenu = { meetings: '会议' };
