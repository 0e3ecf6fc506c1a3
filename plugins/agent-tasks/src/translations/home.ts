/** The widget of the home page. */
export const homeMessages = {
  waiting_one: '{{count}} task waits for you or your teams',
  waiting_other: '{{count}} tasks wait for you or your teams',
  open: 'Open the inbox',
  nothing: 'Nothing waits for you',
  nothingHint:
    'Questions, approvals and reviews of agent tasks appear here when they need you.',
} as const;
