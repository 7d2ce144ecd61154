import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend, ProofProgress } from '@cnr-widgets/client/backend';
import { ClientError } from '@cnr-widgets/client/errors';
import type { MemoryOptions } from '@cnr-widgets/client/memory';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import '@cnr-widgets/elements/define/questionnaire';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { fill, inside, press, sees, unfold } from './citizen.js';
import { but, village, villagePayload } from './content.js';
import { at, backendOf, blockStorage, failing, setTheStage } from './stage.js';

interface Args {
  backend: Backend;
  consultation: string;
}
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const meta: Meta<Args> = {
  title: 'Questionnaire/Après l’envoi',
  component: 'cnr-questionnaire',
  beforeEach: setTheStage,
  argTypes: { backend: { control: false } },
  render: ({ backend, consultation }) =>
    html`<cnr-questionnaire .backend=${backend} consultation=${consultation}></cnr-questionnaire>`,
};
export default meta;

function of(published: PublishedConsultation, options: Partial<MemoryOptions> = {}): Args {
  return { backend: backendOf(published, options), consultation: published.consultation.id };
}

/** The device has sent, or tried to send, an answer before the questionnaire is opened. */
async function submit({ backend, consultation }: Args): Promise<void> {
  const consultationTitle = village.consultation.title;
  const answer = { kind: 'answer', consultation, consultationTitle, definitionVersion: 1 } as const;
  await sharedOutbox().submit(backend, { ...answer, payload: villagePayload });
}

function submitted(args: Args, play: Play): Story {
  return { args, beforeEach: () => submit(args), play };
}

function showing(words: string | RegExp, ...within: string[]): Play {
  return async ({ canvasElement }) =>
    sees(await inside(canvasElement, 'cnr-questionnaire', ...within), words);
}

export const DejaRepondu: Story = {
  name: 'Déjà répondu',
  ...submitted(of(village), showing('Votre code de reçu', 'cnr-receipt')),
};

export const Corriger: Story = {
  name: 'Corriger une réponse reçue',
  ...submitted(of(village), async ({ canvasElement }) => {
    await press(await inside(canvasElement, 'cnr-questionnaire', 'cnr-receipt'), 'Corriger ma réponse');
    const page = await inside(canvasElement, 'cnr-questionnaire');
    await press(page, 'Modifier : Qu’aimeriez-vous y trouver ?');
    await fill(page, /Qu’aimeriez-vous/, 'Une fontaine.');
    await press(page, 'Continuer');
    await sees(page, 'Envoyer ma réponse corrigée');
  }),
};

export const Retiree: Story = {
  name: 'Retirée',
  ...submitted(of(village), async ({ canvasElement }) => {
    const receipt = await inside(canvasElement, 'cnr-questionnaire', 'cnr-receipt');
    await press(receipt, 'Retirer ma réponse');
    await press(receipt, 'Oui, retirer ma réponse');
    const page = await inside(canvasElement, 'cnr-questionnaire');
    await sees(page, 'Votre réponse est retirée : elle est effacée et ne compte plus.');
  }),
};

export const CodeDeRecu: Story = {
  name: 'Code de reçu saisi sur un autre appareil',
  args: of(village),
  play: async ({ canvasElement }) => {
    await unfold(
      await inside(canvasElement, 'cnr-questionnaire'),
      'J’ai déjà répondu et j’ai un code de reçu',
    );
    const receipt = await inside(canvasElement, 'cnr-questionnaire', 'cnr-receipt');
    await fill(receipt, 'Code de reçu', '7kqf 3mzt 9xra 2b4c');
    await press(receipt, 'Corriger ma réponse');
    await sees(receipt, /Ce code ne correspond à aucune réponse/);
  },
};

const closed = but(village, { closesAt: '2026-11-20T18:00:00+01:00' });
let cut = false;
const late = of(closed, {
  intercept: ({ name }) => {
    if (cut && name === 'put') throw new ClientError('network', 'a story cuts the network');
  },
});
export const EnRetard: Story = {
  name: 'Reçue après la clôture, dans le délai admis',
  args: late,
  beforeEach: async () => {
    cut = true;
    await at('2026-11-20T17:30:00+01:00', () => submit(late));
  },
  play: async ({ canvasElement }) => {
    const kept = await inside(canvasElement, 'cnr-questionnaire', 'cnr-outbox');
    await kept.findByRole('button', { name: 'Envoyer maintenant' });
    cut = false;
    await press(kept, 'Envoyer maintenant');
    const page = await inside(canvasElement, 'cnr-questionnaire');
    await sees(page, /Elle est arrivée après la date de fin/);
  },
};

const withoutNetwork = () => of(village, { intercept: failing('put', 'network') });

export const EnAttente: Story = {
  name: 'Enregistrée, pas encore envoyée',
  ...submitted(withoutNetwork(), showing('Enregistrée sur cet appareil, pas encore envoyée')),
};

export const ToujoursEnAttente: Story = {
  name: 'Envoi réessayé, toujours rien',
  ...submitted(withoutNetwork(), async ({ canvasElement }) => {
    const kept = await inside(canvasElement, 'cnr-questionnaire', 'cnr-outbox');
    await press(kept, 'Envoyer maintenant');
    await sees(kept, /Toujours pas de réponse du service/);
  }),
};

export const ServiceSature: Story = {
  name: 'En attente : le service est saturé',
  ...submitted(
    of(village, { intercept: failing('put', 'rate-limited', 429) }),
    showing('Enregistrée sur cet appareil, pas encore envoyée'),
  ),
};

export const Effacer: Story = {
  name: 'Effacer ce qui attend : confirmation',
  ...submitted(withoutNetwork(), async ({ canvasElement }) => {
    const kept = await inside(canvasElement, 'cnr-questionnaire', 'cnr-outbox');
    await press(kept, /Effacer de cet appareil/);
    await sees(kept, /Si vous l’effacez, elle est perdue/);
  }),
};

export const Effacee: Story = {
  name: 'Effacée avant l’envoi',
  ...submitted(withoutNetwork(), async ({ canvasElement }) => {
    const kept = await inside(canvasElement, 'cnr-questionnaire', 'cnr-outbox');
    await press(kept, /Effacer de cet appareil/);
    await press(kept, 'Oui, effacer');
    const page = await inside(canvasElement, 'cnr-questionnaire');
    await sees(page, 'Votre réponse est effacée de cet appareil, sans avoir été envoyée.');
  }),
};

export const NonEnregistree: Story = {
  name: 'Non enregistrée sur cet appareil',
  args: withoutNetwork(),
  beforeEach: blockStorage,
  play: async ({ canvasElement }) => {
    const page = await inside(canvasElement, 'cnr-questionnaire');
    await press(page, 'Commencer');
    await press(page, 'Passer cette question');
    await press(page, 'Passer cette question');
    await press(page, 'Continuer');
    await press(page, 'Envoyer ma réponse');
    await sees(page, 'Non enregistrée sur cet appareil, pas encore envoyée');
  },
};

/** A backend that asks for a proof of work, of which this much is done for as long as one looks. */
function proving(changes: Partial<ProofProgress>): Story {
  const intercept: MemoryOptions['intercept'] = (call, { onProof, signal } = {}) => {
    if (call.name !== 'put') return undefined;
    const progress = {
      done: 1260,
      most: 3000,
      waitSeconds: 95,
      waiting: false,
      waitInstead: () => undefined,
    };
    // Told again and again, as a solver does: what shows it is loaded with the first word.
    const telling = setInterval(() => onProof?.({ ...progress, ...changes }), 100);
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => {
        clearInterval(telling);
        reject(new ClientError('aborted', 'the story is over'));
      });
    });
  };
  const args = of(village, { intercept });
  return {
    args,
    beforeEach: async () => {
      const begun = new Promise((resolve) => {
        sharedOutbox().addEventListener('proof', resolve, { once: true });
      });
      // Not waited for: it never ends.
      void submit(args);
      await begun;
    },
    play: showing(changes.waiting ? /Plus de calcul/ : /Mon appareil est lent/, 'cnr-proof'),
  };
}

export const Preuve: Story = { name: 'Preuve de travail : calcul en cours', ...proving({}) };
export const PreuveAttente: Story = {
  name: 'Preuve de travail : attente sans calcul',
  ...proving({ waiting: true, waitSeconds: 40 }),
};

function refused(code: string, status: number): Story {
  const args = of(village, { intercept: failing('put', code, status) });
  return {
    ...submitted(
      args,
      showing('Elle est toujours sur cet appareil : rien n’est perdu.', 'cnr-outbox', 'cnr-refusal'),
    ),
  };
}

export const RefuseeTerminee: Story = { name: 'Refusée : closed', ...refused('closed', 403) };
export const RefuseeTropTot: Story = { name: 'Refusée : not-open-yet', ...refused('not-open-yet', 403) };
export const RefuseeOrigine: Story = {
  name: 'Refusée : origin-not-allowed',
  ...refused('origin-not-allowed', 403),
};
export const RefuseeInconnue: Story = {
  name: 'Refusée : unknown-consultation',
  ...refused('unknown-consultation', 404),
};
export const RefuseeCodeInconnu: Story = {
  name: 'Refusée : unknown-receipt-code',
  ...refused('unknown-receipt-code', 404),
};
export const RefuseeDejaCorrigee: Story = {
  name: 'Refusée : already-replaced',
  ...refused('already-replaced', 409),
};
export const RefuseeRetiree: Story = { name: 'Refusée : withdrawn', ...refused('withdrawn', 410) };
export const RefuseeTropLongue: Story = { name: 'Refusée : too-large', ...refused('too-large', 413) };
export const RefuseeInvalide: Story = {
  name: 'Refusée : invalid-contribution',
  ...refused('invalid-contribution', 422),
};
export const RefuseeVersion: Story = {
  name: 'Refusée : unknown-version',
  ...refused('unknown-version', 422),
};
export const RefuseeConflit: Story = {
  name: 'Refusée : content-conflict',
  ...refused('content-conflict', 422),
};
export const RefuseeAutre: Story = { name: 'Refusée : invalid-request', ...refused('invalid-request', 400) };

export const Relire: Story = {
  name: 'Refusée : relire et renvoyer',
  ...submitted(
    of(village, { intercept: failing('put', 'invalid-contribution', 422) }),
    async ({ canvasElement }) => {
      await press(
        await inside(canvasElement, 'cnr-questionnaire', 'cnr-outbox', 'cnr-refusal'),
        'Relire et renvoyer',
      );
      await sees(await inside(canvasElement, 'cnr-questionnaire'), 'Vérifiez avant d’envoyer');
    },
  ),
};
