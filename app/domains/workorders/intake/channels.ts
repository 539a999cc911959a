/** How a matter reached the office: hotline is a call that 12345 passed on (apart from the schema, as browsers list them without what checks forms). */
export const callChannels = ['phone', 'counter', 'app', 'hotline'] as const;
