/** A fragment, so that it works on whichever page of a host's the element stands, and nothing is sent for it. */
const MARK = '#cnr-meeting=';

/** The address of this page with a meeting that stands open there. */
export function addressOf(meeting: string, page: string = location.href): string {
  return `${page.split('#')[0] ?? ''}${MARK}${meeting}`;
}

/** The meeting that the page's address names. */
export function meetingInAddress(hash: string = location.hash): string | undefined {
  return hash.startsWith(MARK) ? hash.slice(MARK.length) : undefined;
}
