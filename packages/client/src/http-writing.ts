// What is read where citizens write: loaded when a form or comments are opened.
import {
  parseCommentPage,
  parseProposalPage,
  type CommentPage,
  type ProposalPage,
} from '@cnr-widgets/contract';
import type { CallOptions } from './backend.js';
import { asked } from './http-proposals.js';
import { parsed, posted, type Call } from './request.js';

export async function similar(
  call: Call,
  consultation: string,
  text: string,
  options?: CallOptions,
): Promise<ProposalPage> {
  return parsed(parseProposalPage, await call(consultation, '/proposals/similar', options, posted({ text })));
}

export async function comments(
  call: Call,
  consultation: string,
  id: string,
  cursor: string | undefined,
  options?: CallOptions,
): Promise<CommentPage> {
  const path = `/proposals/${encodeURIComponent(id)}/comments${asked({ cursor })}`;
  return parsed(parseCommentPage, await call(consultation, path, options));
}
