// What citizens come to besides reading and supporting proposals: what they write, and what became of it.
import { CnrComment } from '../proposals/comments/comment.js';
import { CnrComments } from '../proposals/comments/comments.js';
import { CnrDeposit } from '../proposals/deposit/deposit.js';
import { CnrEntry } from '../proposals/entry/entry.js';
import { CnrMine } from '../proposals/mine/mine.js';
import { CnrReport } from '../proposals/report/report.js';
import { define } from './define.js';
import './outbox.js';
import './receipt.js';
import './refusal.js';

define('cnr-entry', CnrEntry);
define('cnr-deposit', CnrDeposit);
define('cnr-comment', CnrComment);
define('cnr-comments', CnrComments);
define('cnr-report', CnrReport);
define('cnr-mine', CnrMine);
