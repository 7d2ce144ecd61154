import { FRAME_STYLE } from './style-frame.js';
import { PARTS_STYLE } from './style-parts.js';

/** The whole stylesheet of the moderation's pages. */
export const MODERATION_STYLE = FRAME_STYLE + PARTS_STYLE;
