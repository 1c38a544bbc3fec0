import type { Answer, Requests } from './start-api.js';

/** Sends what a curl command line says, so that the README's calls are run on machines without curl. */
export async function runCurl(requests: Requests, commandLine: string): Promise<Answer> {
  const words = splitWords(commandLine.replaceAll('\\\n', ' '));
  const after = (flag: string) => words.flatMap((word, i) => (word === flag ? [words[i + 1]!] : []));
  const method = (after('-X')[0] ?? 'GET').toLowerCase() as keyof Requests;
  const { pathname, search } = new URL(words.find((word) => word.startsWith('http'))!);
  const headers = after('-H').map((header) => header.split(': ') as [string, string]);
  const own = headers.filter(([name]) => name !== 'Authorization'); // who asks is the test's choice
  const [body] = after('-d');
  return requests[method](pathname + search, body === undefined ? undefined : body, Object.fromEntries(own));
}

/** Words as a shell splits them: quotes keep spaces. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare!,
  );
}
