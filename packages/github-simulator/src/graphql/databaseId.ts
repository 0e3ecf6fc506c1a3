/** GraphQL's Int ends at 31 bits. Larger ids are null here, and whole in `fullDatabaseId`, where there is one. */
export function databaseId(id: number): number | null {
  return id < 2 ** 31 ? id : null;
}
