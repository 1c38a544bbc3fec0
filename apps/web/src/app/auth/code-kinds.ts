/** The codes that prove the second factor. Both go into the same field. */
export const CODE_KINDS = {
  app: {
    label: 'Code',
    hint: 'Six digits of your authenticator app.',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    other: 'recovery',
    otherWords: 'Use a recovery code',
  },
  recovery: {
    label: 'Recovery code',
    hint: 'One of those that you kept. Each is good once.',
    inputmode: 'text',
    autocomplete: 'off',
    other: 'app',
    otherWords: 'Use the authenticator app',
  },
} as const;
export type CodeKind = keyof typeof CODE_KINDS;
