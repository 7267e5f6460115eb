// Lines out of the chunks in which a host reads a file: streaming, and bounded whatever the file holds.

/** More than any event that is written; a longer line is cut there, so that a file without line feeds cannot fill the memory. */
export const longestLine = 64 * 1024 * 1024;

/** The lines of a text that comes in pieces, without their line feeds. A last line without one counts; an empty rest does not. */
export async function* linesOf(
  chunks: Iterable<string> | AsyncIterable<string>,
  longest = longestLine,
): AsyncGenerator<string, void, undefined> {
  let rest = '';
  let hasRest = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield hasRest ? (rest + chunk.slice(from, end)).slice(0, longest) : chunk.slice(from, end).slice(0, longest);
      rest = '';
      hasRest = false;
      from = end + 1;
    }
    if (from === chunk.length) continue;
    hasRest = true;
    if (rest.length < longest) rest += chunk.slice(from, from + longest - rest.length + 1);
  }
  if (hasRest) yield rest.slice(0, longest);
}
