import type { Backend } from '@cnr-widgets/client/backend';
import type { MemoryOptions, MemoryProposal } from '@cnr-widgets/client/memory';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import { toggleSupport } from '@cnr-widgets/client/supports';
import '@cnr-widgets/elements/define/provider';
import '@cnr-widgets/elements/define/support';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { inside, press, sees } from './citizen.js';
import { but, village } from './content.js';
import { backendOf, blockStorage, cutTheNetwork, endless, failing, NOW, setTheStage } from './stage.js';

interface Args {
  backend: Backend | undefined;
  subject: string;
  label?: string;
  locale?: 'fr' | 'en';
  device?: 'personal' | 'shared';
}
type Story = StoryObj<Args>;

const { id: consultation } = village.consultation;

const benches: MemoryProposal = {
  id: '3d8f5a10-9c1e-4b7a-8f25-6e0b1c2d3e4f',
  title: 'Des bancs à l’ombre, tournés vers la fontaine',
  text: 'Les bancs d’aujourd’hui sont en plein soleil : personne ne s’y assied en été.',
  supports: 1248,
};
const market: MemoryProposal = {
  id: '5b2c7d81-0e4f-4a3b-9d16-7f8091a2b3c4',
  title: 'Un marché le mercredi soir',
  text: 'Ceux qui travaillent le samedi matin pourraient y aller.',
  supports: 86,
};

const subject = `proposal:${benches.id}`;

// Both variants, so that one is seen beside the other in each state; the second follows what is done to the first.
const meta: Meta<Args> = {
  title: 'Bouton de soutien',
  component: 'cnr-support',
  beforeEach: setTheStage,
  args: { subject },
  argTypes: {
    backend: { control: false },
    locale: { control: 'inline-radio', options: ['fr', 'en'] },
    device: { control: 'inline-radio', options: ['personal', 'shared'] },
  },
  render: (args) => html`
    <cnr-provider device=${args.device ?? nothing}>
      ${(['button', 'compact'] as const).map(
        (variant) => html`
          <p>
            <cnr-support
              .backend=${args.backend}
              consultation=${consultation}
              subject=${args.subject}
              variant=${variant}
              label=${args.label ?? nothing}
              locale=${args.locale ?? nothing}
              ><a href="#proposition">${benches.title}</a></cnr-support
            >
          </p>
        `,
      )}
    </cnr-provider>
  `,
};
export default meta;

interface Setting extends Partial<MemoryOptions> {
  perPerson?: number;
  supports?: number;
  opensAt?: string;
  closesAt?: string;
}

/** A backend with two proposals, whose clock goes on: what it counted before a press is older than its receipt. */
function asking({ perPerson, supports, opensAt, closesAt, ...options }: Setting = {}): Backend {
  const rules = { moderation: 'after', supportsPerPerson: perPerson };
  const dates = {
    opensAt: opensAt ?? village.consultation.opensAt,
    closesAt: closesAt ?? village.consultation.closesAt,
  };
  let now = NOW;
  return backendOf(but(village, { ...dates, proposals: rules }), {
    proposals: { [consultation]: [{ ...benches, supports: supports ?? 1248 }, market] },
    now: () => (now += 1),
    ...options,
  });
}

/** What this device supported, or took back, before the button is shown. */
function before(
  backend: Backend,
  ...presses: { of?: MemoryProposal; on?: boolean }[]
): Pick<Story, 'beforeEach'> {
  return {
    beforeEach: async () => {
      for (const { of = benches, on = true } of presses) {
        const proposal = `proposal:${of.id}`;
        await toggleSupport(sharedOutbox(), backend, {
          consultation,
          definitionVersion: 1,
          subject: proposal,
          on,
        });
      }
    },
  };
}

function showing(words: string | RegExp): NonNullable<Story['play']> {
  return async ({ canvasElement }) => sees(await inside(canvasElement, 'cnr-support'), words);
}

/** The first button is pressed once its count is there; the story ends where these words are said. */
function pressing(words: string | RegExp, count = /1\s24[89] soutiens/): NonNullable<Story['play']> {
  return async ({ canvasElement }) => {
    const button = await inside(canvasElement, 'cnr-support');
    await sees(button, count);
    await press(button, /^Soutenir/);
    await sees(button, words);
  };
}

const COUNT = /1\s248 soutiens/;
const QUEUED = 'Soutien enregistré sur cet appareil, pas encore envoyé.';

export const AuRepos: Story = { name: 'Au repos', args: { backend: asking() }, play: showing(COUNT) };

export const Zero: Story = {
  name: 'Aucun soutien',
  args: { backend: asking({ supports: 0 }) },
  play: showing('0 soutien'),
};

export const GrandNombre: Story = {
  name: 'Grand nombre, abrégé à l’écran',
  args: { backend: asking({ supports: 250_412 }) },
  play: showing(/250\s412 soutiens/),
};

export const AutreNom: Story = {
  name: 'Nommé par la page',
  args: { backend: asking(), label: 'les bancs' },
  play: showing(/: les bancs/),
};

export const Chargement: Story = {
  args: { backend: asking({ intercept: endless('supports') }) },
  play: showing('…'),
};

export const Compte: Story = {
  name: 'Soutenu et compté',
  args: { backend: asking() },
  play: pressing(/Soutien compté\. 1\s249 soutiens\./),
};

const known = asking();
export const DejaSoutenu: Story = {
  name: 'Soutenu à une visite précédente',
  args: { backend: known },
  ...before(known, {}),
  play: showing('Soutien compté.'),
};

export const EnAttente: Story = {
  name: 'En attente sur cet appareil',
  args: { backend: asking({ intercept: failing('put', 'network') }) },
  play: pressing(QUEUED),
};

export const EnCours: Story = {
  name: 'Envoi en cours',
  args: { backend: asking({ intercept: endless('put') }) },
  play: pressing('Soutien enregistré sur cet appareil, envoi en cours.'),
};

let away = false;
const going = asking({
  intercept: (call) => {
    if (away) return failing('put', 'network')?.(call);
  },
});
export const RetraitEnAttente: Story = {
  name: 'Retrait en attente sur cet appareil',
  args: { backend: going },
  beforeEach: async () => {
    away = false;
    const draft = { consultation, definitionVersion: 1, subject, on: true };
    await toggleSupport(sharedOutbox(), going, draft);
    away = true;
  },
  play: pressing('Retrait enregistré sur cet appareil, pas encore envoyé.'),
};

export const Retire: Story = {
  name: 'Soutenu, puis retiré',
  args: { backend: asking() },
  play: async (context) => {
    await pressing(/Soutien compté/)(context);
    await pressing(/Soutien retiré\. 1\s248 soutiens\./)(context);
  },
};

export const Annule: Story = {
  name: 'Soutenu et retiré hors connexion',
  args: { backend: asking({ intercept: failing('put', 'network') }) },
  beforeEach: () => cutTheNetwork(),
  play: async (context) => {
    await pressing(QUEUED)(context);
    await pressing('Soutien annulé : rien n’a été envoyé.')(context);
  },
};

export const Refuse: Story = {
  name: 'Refusé : limite atteinte',
  args: { backend: asking({ intercept: failing('put', 'limit-reached', 403) }) },
  play: pressing(/Vous avez atteint la limite/),
};

export const RefuseAilleurs: Story = {
  name: 'Refusé : site non autorisé',
  args: { backend: asking({ intercept: failing('put', 'origin-not-allowed', 403) }) },
  play: pressing(/Ce site n’est pas autorisé/),
};

export const TropALaSuite: Story = {
  name: 'Trop de soutiens à la suite',
  args: { backend: asking({ intercept: failing('put', 'rate-limited', 429) }) },
  play: pressing(/celui-ci partira à/),
};

export const NonEnregistre: Story = {
  name: 'Navigateur qui ne garde rien',
  args: { backend: asking() },
  beforeEach: () => blockStorage(),
  play: pressing(/Soutien ni enregistré ni envoyé/),
};

export const Reste: Story = {
  name: 'Deux soutiens par personne',
  args: { backend: asking({ perPerson: 2 }) },
  play: showing('Il vous reste 2 soutiens.'),
};

const spent = asking({ perPerson: 1 });
export const Epuise: Story = {
  name: 'Plus de soutien à donner',
  args: { backend: spent },
  ...before(spent, { of: market }),
  play: pressing(/Vous avez donné tous vos soutiens/),
};

export const AVenir: Story = {
  name: 'Pas encore ouvert',
  args: {
    backend: asking({
      opensAt: '2026-12-01T09:00:00+01:00',
      closesAt: '2027-01-31T18:00:00+01:00',
      supports: 0,
    }),
  },
  play: showing('Les soutiens ne sont pas encore ouverts.'),
};

let clock = NOW;
const closing = asking({ closesAt: '2026-11-23T18:00:00+01:00', now: () => (clock += 1) });
export const Clos: Story = {
  name: 'Clos, après avoir soutenu',
  args: { backend: closing },
  beforeEach: async () => {
    clock = NOW;
    const draft = { consultation, definitionVersion: 1, subject, on: true };
    await toggleSupport(sharedOutbox(), closing, draft);
    clock = Date.parse('2026-11-24T09:00:00+01:00');
  },
  play: showing('Les soutiens sont fermés.'),
};

export const PlusPublie: Story = {
  name: 'Plus publié',
  args: { backend: asking(), subject: 'proposal:00000000-0000-4000-8000-000000000000' },
  play: showing('Ce texte n’est plus publié.'),
};

export const Indisponible: Story = {
  name: 'Serveur qui ne répond pas',
  args: { backend: asking({ intercept: failing('supports', 'network') }) },
  play: showing('Nombre de soutiens indisponible.'),
};

export const MalInstalle: Story = {
  name: 'Mal installé',
  args: { backend: undefined },
  play: showing(/no-backend/),
};

export const SansObjet: Story = {
  name: 'Mal installé : rien de tel à soutenir',
  args: { backend: asking(), subject: 'proposal:abc' },
  play: showing(/no-subject/),
};

export const Partage: Story = {
  name: 'Appareil partagé',
  args: { backend: asking(), device: 'shared' },
  play: pressing(/Soutien compté/),
};

export const English: Story = {
  args: { backend: asking({ perPerson: 3 }), locale: 'en' },
  play: showing('You have 3 supports left.'),
};

export const Liste: Story = {
  name: 'Dans une liste',
  args: { backend: asking() },
  render: ({ backend }) => html`
    <ul>
      ${[benches, market].map(
        ({ id, title }) => html`
          <li>
            <p>${title}</p>
            <cnr-support
              .backend=${backend}
              consultation=${consultation}
              subject="proposal:${id}"
              variant="compact"
            ></cnr-support>
          </li>
        `,
      )}
    </ul>
  `,
  play: showing(COUNT),
};
