import { parsePublished, type OfficialAnswer, type PublishedConsultation } from '@cnr-widgets/contract';
import type { MemoryBackend, MemoryOptions, MemoryProposal } from '@cnr-widgets/client/memory';
import '@cnr-widgets/elements/define/consultation';
import '@cnr-widgets/elements/define/proposals';
import { html, nothing, type TemplateResult } from 'lit';
import consultation from '../demo/consultations/questions-pays-de-la-loire.json' with { type: 'json' };
import train from '../demo/questions/dernier-train.json' with { type: 'json' };
import garde from '../demo/questions/garde-dimanche.json' with { type: 'json' };
import { questions } from '../demo/questions/questions.json' with { type: 'json' };
import { inside, type Inside } from './citizen.js';
import { but } from './content.js';
import { backendOf, NOW } from './stage.js';

type Rules = Record<string, unknown>;

/** Citizens' questions to a prefecture, as the demo has them; the phase follows the clock. */
export const forum = parsePublished({ version: 1, phase: 'open', consultation });

/** The same with other rules. */
export function ruled(rules: Rules, published: PublishedConsultation = forum): PublishedConsultation {
  return but(published, { proposals: { ...(published.consultation.proposals as Rules), ...rules } });
}

/** The words of proposals in place of questions. */
export const propositions = but(
  ruled({ asks: 'proposals', moderation: 'after', charter: undefined, themes: [] }),
  {
    id: 'propositions-villeneuve',
    title: 'Des idées pour Villeneuve',
    territory: { level: 'departement', code: '72', name: 'Sarthe' },
  },
);

const { video: film, ...trainAnswer } = train;
const answers: Readonly<Record<string, OfficialAnswer>> = {
  'garde-dimanche.json': garde,
  // A story asks no other site for a file before somebody plays it.
  'dernier-train.json': {
    ...trainAnswer,
    video: { src: 'https://questions.example/dernier-train.webm', transcript: film.transcript },
  },
};

/** What the demo's citizens asked, with their supports, comments and the prefecture's answers. */
const asked: readonly MemoryProposal[] = questions.flatMap((question) => {
  const {
    id,
    title,
    text,
    theme,
    territory,
    name,
    on: publishedOn,
    supports,
    becomes,
    answer,
    comments,
  } = question;
  if (becomes === 'submitted' || becomes === 'refused' || becomes === 'withdrawn') return [];
  const official = answer === undefined ? undefined : answers[answer];
  return {
    id,
    title,
    text,
    theme,
    territory,
    name,
    publishedOn,
    supports,
    status: (official ? 'answered' : becomes) as MemoryProposal['status'],
    answer: official,
    history: [
      { status: 'published', date: publishedOn },
      ...(official ? [{ status: 'answered', date: official.date } as const] : []),
    ],
    comments: comments.map((comment, index) => ({
      id: `${id.slice(0, -3)}${String(index + 100)}`,
      text: comment.text,
      name: comment.name,
      publishedOn: comment.on,
    })),
  };
});

/** The one with a text, the one with a film, and one without an answer. */
export const withText = asked.find(({ answer }) => answer && !answer.video) ?? missing();
export const withVideo = asked.find(({ answer }) => answer?.video) ?? missing();
export const unanswered = asked.find(({ status }) => status === 'published') ?? missing();

function missing(): never {
  throw new Error('the demo’s questions lack what the stories show');
}

export interface Args {
  backend: MemoryBackend;
  consultation: string;
  proposal?: string | undefined;
  locale?: 'fr' | 'en' | undefined;
}

/** A backend of a story's own, with what the demo's citizens asked. */
export function of(published: PublishedConsultation, options: Partial<MemoryOptions> = {}): Args {
  const { id } = published.consultation;
  return {
    backend: backendOf(published, { proposals: { [id]: asked }, now: () => NOW, ...options }),
    consultation: id,
  };
}

export function render({ backend, consultation, proposal, locale }: Args): TemplateResult {
  return html`<cnr-proposals
    .backend=${backend}
    consultation=${consultation}
    proposal=${proposal ?? nothing}
    locale=${locale ?? nothing}
  >
    <a href="https://questions.example/c/${consultation}">Voir les questions sur le site de la préfecture</a>
  </cnr-proposals>`;
}

/** What stands inside `<cnr-proposals>`, or inside one of its parts. */
export function shown(canvas: HTMLElement, ...parts: readonly string[]): Promise<Inside> {
  return inside(canvas, 'cnr-proposals', ...parts);
}
