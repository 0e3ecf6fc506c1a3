import { defaultFieldResolver, GraphQLFieldResolver } from 'graphql';
import { Refusal } from './Refusal';

/**
 * Reads a field from a node as graphql-js does, but tells a field that GitHub has and the simulator has not apart from
 * one that is null: a client must not take our ignorance for an answer.
 */
export const readField: GraphQLFieldResolver<unknown, unknown> = (
  source,
  args,
  context,
  info,
) => {
  const known =
    typeof source === 'object' &&
    source !== null &&
    Object.prototype.hasOwnProperty.call(source, info.fieldName);
  if (!known) {
    throw new Refusal(
      'NOT_SIMULATED',
      `The GitHub simulator has no ${info.parentType.name}.${info.fieldName}`,
    );
  }
  return defaultFieldResolver(source, args, context, info);
};
