const html = { 'text/html': { schema: { type: 'string' } } };
const form = { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } };

const page = (summary: string) => ({
  summary,
  responses: {
    200: { description: 'The page; without a session, the one to sign in', content: html },
    404: { description: 'Nothing is there any more', content: html },
  },
});

const act = (summary: string, more: Record<number, string> = {}) => ({
  summary,
  requestBody: form,
  responses: Object.fromEntries(
    Object.entries({
      303: 'Done; where to go on',
      403: 'Not signed in, or sent from another origin',
      413: 'The form is too large',
      422: 'Something in the form is missing or wrong',
      ...more,
    }).map(([status, description]) => [status, { description, content: html }]),
  ),
});

/** The moderation's pages, for people: forms and links. They are no API, and may change with any version. */
export const MODERATION_ROUTES = {
  '/moderation': { get: page('The moderators’ queue, for people') },
  '/moderation/item': {
    get: page('One text that a citizen wrote, to be decided upon'),
    post: act('Decides', { 404: 'Its author withdrew it', 409: 'Somebody was faster' }),
  },
  '/moderation/answer': {
    get: page('The form of the organiser’s answer'),
    post: act('Publishes the answer', { 404: 'Its author withdrew it', 409: 'Somebody was faster' }),
  },
  '/moderation/journal': { get: page('What was decided') },
  '/moderation/sign-in': {
    get: { summary: 'Leads to the queue', responses: { 303: { description: 'To `/moderation`' } } },
    post: act('Signs in with an operator’s token', { 429: 'Too many attempts with this token' }),
  },
  '/moderation/sign-out': { post: act('Signs out') },
  '/moderation.css': {
    get: {
      summary: 'The style of those pages',
      responses: {
        200: { description: 'The file', content: { 'text/css': { schema: { type: 'string' } } } },
      },
    },
  },
};
