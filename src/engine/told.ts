import type { FieldProposal, MappingProposal, ToldProposal } from '../domain/mapping';
import type { TableSeen } from '../domain/tables';
import { problemOf, questionOf } from '../i18n/say';
import { words } from '../i18n/words';
import { written } from '../i18n/written';
import type { EngineApi, Inspection } from './contract';
import { EngineError, type EngineFaultFields } from './errors';
import type { Look } from './look-contract';

/** What a worker reports, in the words of the page. The only place where what crossed the wall becomes sentences. */
export function errorTold(fault: EngineFaultFields): EngineError {
  const { sql, position, questions } = fault;
  const problem = problemOf(fault);
  const asked = questions?.map(questionOf);
  return new EngineError({
    ...problem,
    message: asked?.[0]?.question ?? problem.message,
    ...(asked ? { questions: asked } : {}),
    ...(sql === undefined ? {} : { sql }),
    ...(position === undefined ? {} : { position }),
  });
}

const fieldTold = ({ reason, ...field }: FieldProposal) => ({
  ...field,
  reason: written(words.reasons, reason),
});

const proposalTold = ({ refusal, fields, questions, assumed, ...rest }: MappingProposal): ToldProposal => ({
  ...rest,
  refusal: refusal && written(words.problems, refusal),
  fields: fields.map(fieldTold),
  questions: questions.map(questionOf),
  ...(assumed ? { assumed: assumed.map(questionOf) } : {}),
});

/** A table that could not be read says why. */
const tableTold = ({ left_out, ...table }: TableSeen): TableSeen => ({
  ...table,
  left_out: left_out?.problem
    ? { ...left_out, about: written(words.problems, left_out.problem).message }
    : left_out,
});

const lookTold = ({ proposal, evidence, tables, ...look }: Look): Inspection => ({
  ...look,
  tables: tables.map(tableTold),
  proposal: proposalTold(proposal),
  evidence: evidence.map((one) => written(words.evidence, one)),
});

/** The answer of a method of the engine as the page gets it. */
export const answerTold = (method: keyof EngineApi, answer: unknown): unknown =>
  method === 'inspect' || method === 'propose' ? lookTold(answer as Look) : answer;
