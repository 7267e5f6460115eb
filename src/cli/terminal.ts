// Where a verb speaks: results to stdout, everything said on the way to stderr. Streams are arguments, so that tests listen in.

/** What we need of a stream; `process.stdout` is one. */
export type Stream = { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };

export type Terminal = {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

type Style = 'bold' | 'dim' | 'red';

const styles: Readonly<Record<Style, readonly [open: string, close: string]>> = {
  bold: ['\x1b[1m', '\x1b[22m'],
  dim: ['\x1b[2m', '\x1b[22m'],
  red: ['\x1b[31m', '\x1b[39m'],
};

/** The text in a style where the stream shows one: a terminal, unless NO_COLOR (https://no-color.org) or a dumb one. */
export function styled(text: string, style: Style, stream: Stream, environment: Terminal['environment']): string {
  const showsStyles = stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  return showsStyles && text !== '' ? `${styles[style][0]}${text}${styles[style][1]}` : text;
}
