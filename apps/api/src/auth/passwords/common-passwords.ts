import { dictionary } from '@zxcvbn-ts/language-common';

let common: ReadonlySet<string> | undefined;

/** Is it one of the tens of thousands that every guesser tries first? Looked up offline, in any case. */
export function isCommonPassword(password: string): boolean {
  common ??= new Set(dictionary['passwords-common']); // unpacked at first use: it takes a moment
  return common.has(password.toLowerCase());
}
