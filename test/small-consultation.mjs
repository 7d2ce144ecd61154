import { demoDefinition } from './stage.mjs';

/** Three questions, for the tests in which the road matters and not the questions. */
export function smallConsultation(id, changes = {}) {
  return {
    ...demoDefinition('acces-aux-soins-sarthe'),
    id,
    title: `Petite consultation ${id}`,
    questionnaire: {
      items: [
        {
          id: 'avis',
          kind: 'single',
          title: 'Faut-il un bus le samedi ?',
          required: true,
          choices: [
            { id: 'oui', label: 'Oui' },
            { id: 'non', label: 'Non' },
          ],
        },
        { id: 'idee', kind: 'text', title: 'Quelle est votre idée ?', long: true },
        {
          id: 'jours',
          kind: 'multiple',
          title: 'Quels jours ?',
          choices: [
            { id: 'samedi', label: 'Samedi' },
            { id: 'dimanche', label: 'Dimanche' },
            { id: 'autre', label: 'Autre, précisez', other: true },
          ],
        },
      ],
    },
    ...changes,
  };
}
