import {
  parsePublished,
  parseQuestionnaire,
  type AnswerPayload,
  type Item,
  type PublishedConsultation,
} from '@cnr-widgets/contract';
import bilan from '../demo/consultations/bilan-transports-mayenne.json' with { type: 'json' };
import budget from '../demo/consultations/budget-participatif-2027.json' with { type: 'json' };
import soins from '../demo/consultations/acces-aux-soins-sarthe.json' with { type: 'json' };

type Card = PublishedConsultation['consultation'];

/** As a backend would publish it; the phase follows its clock. */
function publish(consultation: unknown): PublishedConsultation {
  return parsePublished({ version: 1, phase: 'open', consultation });
}

/** The same consultation with other words or dates. */
export function but(published: PublishedConsultation, changes: Partial<Card>): PublishedConsultation {
  return { ...published, consultation: { ...published.consultation, ...changes } };
}

export const open = publish(soins);
export const upcoming = publish(budget);
export const followedUp = publish(bilan);

const [analysed, synthesis] = followedUp.consultation.followUp;
if (!analysed || !synthesis)
  throw new Error('the demo’s account of transport has an analysis and a synthesis');
export const inAnalysis = but(followedUp, { followUp: [analysed] });
export const withResults = but(followedUp, { followUp: [analysed, synthesis] });

/** A short consultation that asks these questions. */
export function asking(
  items: readonly Item[],
  options: { pageBy?: 'chapter'; profile?: boolean } = {},
): PublishedConsultation {
  return but(open, {
    id: 'la-place-du-village',
    title: 'Quelle place pour notre village ?',
    summary:
      'La commune refait la place de la mairie et demande à ses habitants ce qu’ils veulent y trouver.',
    theme: 'Cadre de vie',
    organiser: 'Commune de Villeneuve (démonstration)',
    estimatedMinutes: 2,
    questionnaire: parseQuestionnaire({ ...options, items }),
  });
}

const uses: Item = {
  id: 'usages',
  kind: 'single',
  title: 'Pour quoi venez-vous le plus souvent sur la place ?',
  choices: [
    { id: 'marche', label: 'Le marché' },
    { id: 'ecole', label: 'L’école' },
    { id: 'jamais', label: 'Je n’y viens pas' },
  ],
};
const wish: Item = { id: 'souhait', kind: 'text', title: 'Qu’aimeriez-vous y trouver ?', maxLength: 300 };

/** Two questions and the profile: the whole road, at its shortest. */
export const village = asking([uses, wish], { profile: true });

/** The chapter comes with a text, a video and its transcript, and two questions on the same page. */
export const villageByChapter = asking(
  [
    {
      id: 'projet',
      kind: 'info',
      title: 'Le projet en deux mots',
      text: 'La place perd **douze places de voiture** et gagne :\n\n- des bancs à l’ombre ;\n- un sol où l’eau s’infiltre ;\n- une scène pour les fêtes.\n\nLe plan est [sur le site de la commune](https://villeneuve.example/place).',
      video: {
        src: 'https://villeneuve.example/place.mp4',
        transcript: 'La caméra traverse la place. Une voix dit : « Ici, le marché restera le samedi matin. »',
      },
    },
    uses,
    wish,
  ],
  { pageBy: 'chapter' },
);

/** What someone answered to `village`. */
export const villagePayload: AnswerPayload = {
  answers: [
    { question: 'usages', value: { kind: 'single', choice: 'marche' } },
    { question: 'souhait', value: { kind: 'text', text: 'Des bancs à l’ombre, tournés vers la fontaine.' } },
  ],
};
