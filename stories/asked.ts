import type { Question } from '@cnr-widgets/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, sees, type Inside } from './citizen.js';
import { asking } from './content.js';
import { backendOf, setTheStage } from './stage.js';

export interface QuestionArgs {
  question: Question;
}
export type QuestionStory = StoryObj<QuestionArgs>;

/** What the stories of single questions share: a consultation that asks nothing else. */
export const questionStories: Meta<QuestionArgs> = {
  component: 'cnr-questionnaire',
  beforeEach: setTheStage,
  argTypes: { question: { control: 'object' } },
  render: ({ question }) => {
    const published = asking([question]);
    return html`<cnr-questionnaire
      .backend=${backendOf(published)}
      consultation=${published.consultation.id}
    ></cnr-questionnaire>`;
  },
};

/** A question, opened as a citizen opens it, after what the citizen does. */
export function asked(question: Question, act?: (page: Inside) => Promise<void>): QuestionStory {
  return {
    args: { question },
    play: async ({ canvasElement }) => {
      const page = await inside(canvasElement, 'cnr-questionnaire');
      await press(page, 'Commencer');
      await sees(page, 'Question 1 sur 1');
      await act?.(page);
    },
  };
}

/** "Continuer", which leads to what is to be mended. */
export async function refused(page: Inside, words: string | RegExp): Promise<void> {
  await press(page, 'Continuer');
  await sees(page, 'Une réponse est à revoir');
  await sees(page, words);
}
