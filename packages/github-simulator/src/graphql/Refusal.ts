/** An error of GitHub's GraphQL API, which says its kind in `type`. */
export class Refusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
