/**
 * What the published packages export, written beside each of them, from the declarations that `tsc`
 * has left. Schemas are exported as the types that follow from them, and many names say all there
 * is to say; that is what the omitted messages are about. The frontend is left out: what it exports
 * are extensions and messages, and TypeScript lists the messages in another order each time.
 */
export const API_REPORTS = [
  ...['backstage-repo-tools', 'api-reports', 'plugins/*-*-*'],
  '--omit-messages=ae-forgotten-export,ae-undocumented,ae-wrong-input-file-type',
];
