import { ContractError, type Consultation, type Item, type Question } from '@cnr-widgets/contract';
import * as z from 'zod/mini';

const survey = z.object({
  model: z.literal('surveys.survey'),
  pk: z.int(),
  fields: z.object({ label: z.string(), hr_label: z.string(), theme: z.string() }),
});

const surveyQuestion = z.object({
  model: z.literal('surveys.surveyquestion'),
  pk: z.int(),
  fields: z.object({
    survey: z.int(),
    label: z.string(),
    hr_label: z.string(),
    answer_type: z.enum(['ONE_TEXT_FIELD', 'THREE_TEXT_FIELD', 'FIVE_TEXT_FIELD']),
  }),
});

const cnr2022 = z.array(z.discriminatedUnion('model', [survey, surveyQuestion]));

const agora = z.array(
  z.object({
    consultation: z.int(),
    questions: z.array(
      z.object({
        id: z.int(),
        type: z.enum(['question-a-choix-unique', 'question-a-choix-multiples', 'question-conditionnelle']),
        title: z.string(),
        choices: z.array(z.object({ id: z.int(), label: z.string() })),
      }),
    ),
  }),
);

/**
 * The questionnaires of the Conseil national de la refondation (2022), as its Django fixture holds them. Labels are
 * kept as they are, blanks included. They are drafts: what only their operator knows is missing.
 * @throws ContractError when it is not such a fixture
 */
export function fromCnr2022(fixture: unknown): Consultation[] {
  const rows = read(cnr2022, 'CNR 2022 fixture', fixture);
  const questions = rows.filter((row) => row.model === 'surveys.surveyquestion');
  return rows
    .filter((row) => row.model === 'surveys.survey')
    .map(({ pk, fields: { hr_label: name } }) =>
      draft({
        id: slugOf(`cnr 2022 ${name}`),
        title: name,
        summary: `Questionnaire « ${name} » du Conseil national de la refondation, posé à l’automne 2022.`,
        theme: name,
        organiser: 'Conseil national de la refondation',
        items: questions
          .filter(({ fields }) => fields.survey === pk)
          .map(({ fields }) => cnrQuestion(fields)),
      }),
    );
}

function cnrQuestion({ label, hr_label, answer_type }: z.infer<typeof surveyQuestion>['fields']): Question {
  const common = { id: label, title: hr_label };
  if (answer_type === 'ONE_TEXT_FIELD') return { ...common, kind: 'text', long: true };
  return { ...common, kind: 'texts', count: answer_type === 'THREE_TEXT_FIELD' ? 3 : 5 };
}

/**
 * National consultations as the Agora app asked them. The file has neither their titles nor the targets of their
 * branches: a conditional question becomes a single choice, and the operator adds both.
 * @throws ContractError when it is not such a file
 */
export function fromAgora(file: unknown): Consultation[] {
  return read(agora, 'Agora file', file).map(({ consultation, questions }) =>
    draft({
      id: `agora-${consultation}`,
      title: `Consultation Agora n° ${consultation}`,
      summary: `Consultation nationale n° ${consultation} de l’application Agora. Titre et résumé à compléter.`,
      theme: 'Consultation nationale',
      organiser: 'Agora',
      items: questions.map(({ id, type, title, choices }) => ({
        id: `q${id}`,
        kind: type === 'question-a-choix-multiples' ? ('multiple' as const) : ('single' as const),
        title,
        choices: choices.map((choice) => ({
          id: `c${choice.id}`,
          label: choice.label,
          ...(isOther(choice.label) && { other: true }),
        })),
      })),
    }),
  );
}

/** "Autre : précisez…" asks for words; "Outre-mer" and "Vendre autrement" do not. */
function isOther(label: string): boolean {
  return /^\s*autre\b.*pr[ée]cise/i.test(label);
}

interface Converted {
  id: string;
  title: string;
  summary: string;
  theme: string;
  organiser: string;
  items: Item[];
}

function draft({ items, ...described }: Converted): Consultation {
  return {
    draft: true,
    locale: 'fr',
    ...described,
    territory: { level: 'national' },
    timeZone: 'Europe/Paris',
    // Half a minute a question, a minute where one writes.
    estimatedMinutes: Math.max(
      1,
      Math.ceil(items.reduce((sum, { kind }) => sum + (kind === 'text' || kind === 'texts' ? 1 : 0.5), 0)),
    ),
    resultsVisible: 'after-closing',
    access: 'open',
    graceDays: 7,
    followUp: [],
    questionnaire: { items },
  };
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

function read<T extends z.ZodMiniType>(schema: T, what: string, value: unknown): z.output<T> {
  const { success, data, error } = z.safeParse(schema, value);
  if (success) return data;
  const issues = error.issues.map(({ path, code }) => ({
    path: path.map((key) => (typeof key === 'number' ? key : String(key))),
    message: code,
  }));
  throw new ContractError(what, issues, error);
}
