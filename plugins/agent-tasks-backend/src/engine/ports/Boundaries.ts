/** Draws the boundaries of data blocks. */
export interface Boundaries {
  /**
   * A word that nobody can guess and that the same content always gets, so that a preview shows the
   * very prompt that would be sent. Whoever has seen it cannot use it: with it in the content, the
   * content is another and so is the word.
   */
  boundary(content: string): Promise<string>;
}
