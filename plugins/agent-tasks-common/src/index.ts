/**
 * Vocabulary, provider data, permissions, errors and client of Agent Tasks. Browser-safe: no zod
 * at run time; the schemas live under `/schemas`.
 *
 * @packageDocumentation
 */
export * from './provider';
export * from './vocabulary';
