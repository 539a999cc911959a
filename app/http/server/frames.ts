/** With this header a route says that its answer may stand in the frames of any site: it holds nothing to click that changes anything. */
export const anyFrameHeader = 'X-Any-Frame';

/** The policy, with frames of any site. */
export const anyFrame = (policy: string) => policy.replace("frame-ancestors 'self'", 'frame-ancestors *');
