// The class of a file, read from its first line alone: restriction precedes parsing, so nothing else may be looked at.

const longestLine = 2048;

/**
 * The text after `class:` on a file's first line, or none when the first line says no class.
 * A class that is there but empty or cut off is given as it stands, never as none: whoever reads it must refuse it,
 * not fall back to the class of the folder.
 *
 * @example classLineOf(utf8('class: RESTRICTED/BLR,CHN//everyone:\nunits: []')) // 'RESTRICTED/BLR,CHN//everyone:'
 */
export function classLineOf(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, longestLine);
  const end = start.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  const line = new TextDecoder('utf-8').decode(end < 0 ? start : start.subarray(0, end));
  const found = /^(?:class|"class"|'class')[ \t]*:(?=[ \t]|$)[ \t]*(.*)$/.exec(line);
  return found === null ? undefined : unquoted(found[1] ?? '');
}

function unquoted(written: string): string {
  const quoted = /^(?:"([^"\\]*)"|'([^']*)')(?:[ \t]+#.*|[ \t]*)$/.exec(written);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? '';
  return written.replace(/(?:^|[ \t]+)#.*$/, '').trim();
}
