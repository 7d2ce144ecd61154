// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { flag, instant, integer, like, list, object, text } from '../shape.js';
import { day, kinds, number, oneOf, orNull } from '../shape-more.js';

const id: Shape = like(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

export const retrievedShape: Shape = object({
  contribution: kinds('kind', {
    answer: object({
      id: text,
      consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      definitionVersion: integer(1),
      createdAt: instant,
      payload: object({
        answers: list(
          object({
            question: id,
            value: orNull(
              kinds('kind', {
                single: object({ choice: id, 'other?': text }),
                multiple: object({ choices: list(id, 1, 200), 'other?': text }),
                text: object({ text: text }),
                texts: object({ texts: list(text, 1, 5) }),
                scale: object({ value: integer() }),
                ranking: object({ order: list(id, 1, 200) }),
                matrix: object({ rows: list(object({ row: id, column: id }), 1, 50) }),
                number: object({ value: number }),
                date: object({ date: day }),
                territory: object({
                  departement: like(/^(\d{2}|2[AB]|9[78]\d)$/),
                  'postalCode?': like(/^\d{5}$/),
                }),
              }),
            ),
          }),
          1,
          500,
        ),
        'profile?': object({
          'as?': oneOf('individual', 'elected', 'association'),
          'departement?': like(/^(\d{2}|2[AB]|9[78]\d)$/),
        }),
        'replaces?': text,
      }),
    }),
    support: object({
      id: text,
      consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      definitionVersion: integer(1),
      createdAt: instant,
      payload: object({
        pseudonym: text,
        subject: like(/^proposal:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        on: flag,
        revision: integer(1, 2147483647),
      }),
    }),
    proposal: object({
      id: text,
      consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      definitionVersion: integer(1),
      createdAt: instant,
      payload: object({
        pseudonym: text,
        title: text,
        text: text,
        'theme?': id,
        'territory?': like(/^(\d{2}|2[AB]|9[78]\d)$/),
        'name?': text,
        'replaces?': text,
      }),
    }),
    comment: object({
      id: text,
      consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      definitionVersion: integer(1),
      createdAt: instant,
      payload: object({
        pseudonym: text,
        subject: like(/^proposal:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        text: text,
        'name?': text,
        'replaces?': text,
      }),
    }),
    report: object({
      id: text,
      consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      definitionVersion: integer(1),
      createdAt: instant,
      payload: object({
        pseudonym: text,
        subject: like(/^(proposal|comment):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        reason: oneOf('insult', 'personal-data', 'off-topic', 'spam', 'illegal', 'other'),
        'text?': text,
      }),
    }),
    registration: object({
      id: text,
      consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      definitionVersion: integer(1),
      createdAt: instant,
      payload: object({
        pseudonym: text,
        meeting: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        attendance: oneOf('on-site', 'remote'),
        firstName: text,
        people: integer(1, 20),
        'replaces?': text,
      }),
    }),
  }),
  receipt: object({
    id: text,
    consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    contentHash: like(/^[0-9a-f]{64}$/),
    receivedAt: instant,
    late: flag,
    code: like(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/),
  }),
  'subject?': like(/^(proposal|comment):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  'standing?': object({
    status: oneOf('submitted', 'published', 'refused', 'selected', 'answered', 'archived'),
    'reason?': text,
    date: day,
  }),
});
