import type { Received, Upheaval } from '../upheavals.js';
import { say, type Bilingual, type Context } from './command.js';
import { oneLine } from './moderating.js';

const SECTIONS: Record<Extract<Upheaval, { what: 'section-lost' }>['section'], Bilingual> = {
  questionnaire: { fr: 'le questionnaire disparaît', en: 'the questionnaire disappears' },
  proposals: { fr: 'les propositions disparaissent', en: 'the proposals disappear' },
  meetings: { fr: 'les rencontres disparaissent', en: 'the meetings disappear' },
};

/** What a file would upset, each on a line of its own. */
export function upheavalLines(upheavals: readonly Upheaval[], context: Context): string[] {
  return upheavals.map((upheaval) => `  ${say(context, sentence(upheaval))}`);
}

function sentence(upheaval: Upheaval): Bilingual {
  switch (upheaval.what) {
    case 'title': {
      const [before, after] = [oneLine(upheaval.before), oneLine(upheaval.after)];
      return {
        fr: `le titre « ${before} » devient « ${after} »`,
        en: `the title “${before}” becomes “${after}”`,
      };
    }
    case 'section-lost':
      return SECTIONS[upheaval.section];
    case 'question-lost':
      return {
        fr: `la question « ${upheaval.id} » disparaît`,
        en: `the question “${upheaval.id}” disappears`,
      };
    case 'kind': {
      const { id, before, after } = upheaval;
      return {
        fr: `la question « ${id} » change de sorte : ${before} devient ${after}`,
        en: `the question “${id}” is of another kind: ${before} becomes ${after}`,
      };
    }
  }
}

/** `282 réponse(s), 3 proposition(s)` */
export function receivedText({ answers, proposals, registrations }: Received, context: Context): string {
  const parts: [number, Bilingual][] = [
    [answers, { fr: 'réponse(s)', en: 'answer(s)' }],
    [proposals, { fr: 'proposition(s)', en: 'proposal(s)' }],
    [registrations, { fr: 'inscription(s)', en: 'registration(s)' }],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${say(context, what)}`)
    .join(', ');
}
