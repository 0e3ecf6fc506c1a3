/** Makes the marker by which an own task is recognised at the provider. */
export interface Markers {
  /** The whole marker, `at1_<task id>_<8 base32>`; the same for the same task for ever. */
  marker(taskId: string, repositoryId: string): Promise<string>;
}
