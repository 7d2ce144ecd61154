/** The script-tag entry of a page that carries support buttons and nothing else of ours. */
import '../define/support.js';
