/** A failure whose message is all a person needs: no stack trace helps. */
export class Complaint extends Error {}
