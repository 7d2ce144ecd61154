/** In milliseconds: a page that is never idle goes on without it. */
const LATEST = 100;

/** Calls back once what was just drawn is on the screen. */
export function afterPicture(then: () => void): void {
  requestAnimationFrame(() => {
    // Safari knows no idle time; a timer that is set in a frame ends after it.
    if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: LATEST });
    else setTimeout(then);
  });
}
