import {
  commentPage,
  condition,
  consultation,
  contribution,
  counts,
  foundPlaces,
  meetingDetails,
  meetingList,
  meetingRules,
  problem,
  PROBLEM_CODES,
  proposal,
  proposalPage,
  proposalRules,
  publishedConsultation,
  questionnaire,
  receipt,
  registrationContact,
  registrationDetails,
  results,
  retrieved,
  supportCounts,
} from '@cnr-widgets/contract';
import * as z from 'zod/mini';
import { ROUTES } from './openapi-routes.js';

/** An OpenAPI 3.1 document; its shape is tested rather than typed. */
export type OpenApiDocument = Record<string, unknown>;

/**
 * What the API takes and gives, made from the schemas that the server itself reads with.
 * @param origin the server's address
 */
export function openApiDocument(origin: string): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'CNR Widgets',
      version: '1',
      description:
        'Public consultations: reading them, answering, proposing, supporting, registering for meetings, correcting and withdrawing. Every failure is application/problem+json with a stable code.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin }],
    paths: ROUTES,
    components: {
      schemas: schemas(),
      // A token of `cnr operator add`.
      securitySchemes: { operator: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function schemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  registry.add(condition, { id: 'Condition' });
  registry.add(consultation, { id: 'Consultation' });
  registry.add(publishedConsultation, { id: 'PublishedConsultation' });
  registry.add(questionnaire, { id: 'Questionnaire' });
  registry.add(contribution, { id: 'Contribution' });
  registry.add(receipt, { id: 'Receipt' });
  registry.add(retrieved, { id: 'Retrieved' });
  registry.add(counts, { id: 'Counts' });
  registry.add(results, { id: 'Results' });
  registry.add(proposalRules, { id: 'ProposalRules' });
  registry.add(proposalPage, { id: 'ProposalPage' });
  registry.add(proposal, { id: 'Proposal' });
  registry.add(commentPage, { id: 'CommentPage' });
  registry.add(supportCounts, { id: 'SupportCounts' });
  registry.add(foundPlaces, { id: 'FoundPlaces' });
  registry.add(meetingRules, { id: 'MeetingRules' });
  registry.add(meetingList, { id: 'MeetingList' });
  registry.add(meetingDetails, { id: 'MeetingDetails' });
  registry.add(registrationDetails, { id: 'RegistrationDetails' });
  registry.add(registrationContact, { id: 'RegistrationContact' });
  registry.add(problem, { id: 'Problem' });
  const made = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      // The elements read these later and apart; what is served is one all the same.
      const {
        questionnaire: questions,
        proposals,
        meetings,
      } = publishedConsultation.shape.consultation.shape;
      if (zodSchema === questions) jsonSchema.$ref = '#/components/schemas/Questionnaire';
      if (zodSchema === proposals) jsonSchema.$ref = '#/components/schemas/ProposalRules';
      if (zodSchema === meetings) jsonSchema.$ref = '#/components/schemas/MeetingRules';
      if (zodSchema === problem.shape.code) jsonSchema.examples = [...PROBLEM_CODES];
    },
  }).schemas;
  return Object.fromEntries(Object.entries(made).map(([name, schema]) => [name, embedded(schema, name)]));
}

/** As a component: its address is its place in the document, and what it refers to inside itself goes with it. */
function embedded(schema: object, name: string): unknown {
  const { $schema: _, $id: __, ...rest } = schema as Record<string, unknown>;
  return JSON.parse(
    JSON.stringify(rest).replaceAll('"#/$defs/', `"#/components/schemas/${name}/$defs/`),
  ) as unknown;
}
