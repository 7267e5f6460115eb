// Progress of a verb: one line drawn again and again on a terminal, a few plain lines elsewhere.
import type { Progress } from '../app/index.ts';
import { type Language, type Message, say, sayPercent } from '../words/index.ts';
import type { Stream } from './terminal.ts';

const redrawMillis = 100;
const eraseLine = '\r\x1b[2K';

export type ProgressLine = {
  readonly report: Progress;
  /** Takes the line away, so that what is written next stands alone. */
  clear(): void;
};

/** `now` is a clock in milliseconds. */
export function progressOn(stream: Stream, language: Language, now: () => number): ProgressLine {
  return stream.isTTY === true ? redrawnLine(stream, language, now) : plainLines(stream, language);
}

function redrawnLine(stream: Stream, language: Language, now: () => number): ProgressLine {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let lastKey = '';
  return {
    report(message, share) {
      const isDone = share !== undefined && share >= 1;
      if (message.key === lastKey && !isDone && now() - drawnAt < redrawMillis) return;
      drawnAt = now();
      lastKey = message.key;
      stream.write(`${eraseLine}${fitted(sentence(message, share, language), stream.columns ?? 80)}`);
    },
    clear() {
      if (lastKey !== '') stream.write(eraseLine);
      lastKey = '';
    },
  };
}

/** A line when something new begins, and one for each quarter of it. */
function plainLines(stream: Stream, language: Language): ProgressLine {
  let lastKey = '';
  let lastQuarter = 0;
  return {
    report(message, share) {
      const quarter = share === undefined ? 0 : Math.floor(share * 4);
      if (message.key === lastKey && quarter <= lastQuarter) return;
      lastKey = message.key;
      lastQuarter = quarter;
      stream.write(`${sentence(message, share, language)}\n`);
    },
    clear() {},
  };
}

function sentence(message: Message, share: number | undefined, language: Language): string {
  const text = say(message, language);
  return share === undefined ? text : `${text} ${sayPercent(Math.floor(share * 100) / 100, language)}`;
}

/** Cut to the terminal's width; Chinese signs are two columns wide. */
function fitted(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const sign of text) {
    width += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u.test(sign) ? 2 : 1;
    if (width >= columns) return kept;
    kept += sign;
  }
  return kept;
}
