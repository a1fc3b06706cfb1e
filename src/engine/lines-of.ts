import { InputError } from '../foundation/index.js';

/** A line of rows is a few hundred bytes; whoever sends this many characters without an end sends something else. */
const LONGEST_LINE = 1 << 20;

/** Lines of UTF-8, without their ends; a last line may lack its end. @throws InputError `line-length` */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest = LONGEST_LINE,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longest) throw new InputError('line-length', `Expected lines of at most ${longest}`);
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
