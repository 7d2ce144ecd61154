/**
 * To be run before a host's own router, where that one loads a page anew at each step of the history: listeners on
 * `window` hear `popstate` in the order in which they came (in Chromium whether they capture or not).
 */
import '../history/follow.js';
