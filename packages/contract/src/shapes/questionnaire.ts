// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { flag, integer, like, list, object, text } from '../shape.js';
import { day, having, kinds, number, oneOf } from '../shape-more.js';

const id: Shape = like(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

const address: Shape = like(
  /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
);

const condition: Shape = having({
  all: object({ all: list((value, at) => condition(value, at), 1, 20) }),
  any: object({ any: list((value, at) => condition(value, at), 1, 20) }),
  not: object({ not: (value, at) => condition(value, at) }),
  includes: object({ question: id, includes: list(id, 1, 200) }),
  answered: object({ question: id, answered: flag }),
  question: object({ question: id, 'atLeast?': number, 'atMost?': number }),
});

export const questionnaireShape: Shape = object({
  'pageBy?': oneOf('question', 'chapter'),
  'profile?': flag,
  items: list(
    kinds('kind', {
      single: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        choices: list(
          object({ id: id, label: text, 'other?': flag, 'exclusive?': flag, 'next?': id }),
          2,
          200,
        ),
      }),
      multiple: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        choices: list(
          object({ id: id, label: text, 'other?': flag, 'exclusive?': flag, 'next?': id }),
          2,
          200,
        ),
        'min?': integer(1, 200),
        'max?': integer(1, 200),
      }),
      text: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        'long?': flag,
        'maxLength?': integer(1, 10000),
      }),
      texts: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        count: integer(1, 5),
        'maxLength?': integer(1, 10000),
      }),
      scale: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        min: integer(-100, 100),
        max: integer(-100, 100),
        'minLabel?': text,
        'maxLabel?': text,
        'labels?': list(text),
      }),
      ranking: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        choices: list(
          object({ id: id, label: text, 'other?': flag, 'exclusive?': flag, 'next?': id }),
          2,
          200,
        ),
        'min?': integer(1, 200),
        'max?': integer(1, 200),
      }),
      matrix: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        rows: list(object({ id: id, label: text }), 1, 50),
        columns: list(object({ id: id, label: text }), 2, 11),
      }),
      number: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        'min?': number,
        'max?': number,
        'integer?': flag,
        'unit?': text,
      }),
      date: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        'min?': day,
        'max?': day,
      }),
      territory: object({
        id: id,
        title: text,
        'help?': text,
        'required?': flag,
        'showIf?': condition,
        'next?': id,
        ask: oneOf('departement', 'postal-code'),
      }),
      info: object({
        id: id,
        title: text,
        'text?': text,
        'image?': object({ src: address, 'alt?': text, 'width?': integer(1), 'height?': integer(1) }),
        'video?': object({ src: address, 'transcript?': text, 'captions?': address, 'poster?': address }),
        'showIf?': condition,
        'next?': id,
      }),
    }),
    1,
    500,
  ),
});
