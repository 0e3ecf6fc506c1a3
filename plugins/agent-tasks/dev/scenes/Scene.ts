import { FakeAnswers } from '../../src/testing/fakeAgentTasksApi';

/** One state that a person may meet. */
export interface Scene {
  /** What the backend says; what is left out is never answered. */
  answers: FakeAnswers;
  /** Where it is seen, if not where its room is. */
  path?: string;
  /** What the person has done before they look. */
  begin?: () => void;
}

/** Scenes by name, in the order in which they are listed. */
export type Scenes = Record<string, Scene>;

/** A place of the product, in every state. */
export interface Room {
  title: string;
  path: string;
  scenes: Scenes;
}
