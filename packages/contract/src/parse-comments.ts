import type { CommentPage } from './proposal.js';
import { readAs } from './shape.js';
import { commentPageShape } from './shapes/commentPage.js';

/** Reads a page of comments. @throws ContractError */
export function parseCommentPage(value: unknown): CommentPage {
  return readAs(commentPageShape, 'page of comments', value) as CommentPage;
}
