// The page's colours as a canvas needs them: read once from the style sheet, and again when light turns to dark.
export type Tokens = {
  readonly panel: string;
  readonly raised: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly quiet: string;
  readonly night: string;
  readonly twilight: string;
  readonly now: string;
  readonly held: string;
  readonly fixed: string;
  readonly warn: string;
  readonly alarm: string;
  readonly alarmSoft: string;
  readonly font: string;
};

export function tokensOf(element: Element): Tokens {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    panel: read('panel'),
    raised: read('raised'),
    line: read('line'),
    lineStrong: read('line-strong'),
    ink: read('ink'),
    quiet: read('quiet'),
    night: read('night'),
    twilight: read('twilight'),
    now: read('now'),
    held: read('held'),
    fixed: read('fixed'),
    warn: read('warn'),
    alarm: read('alarm'),
    alarmSoft: read('alarm-soft'),
    font: style.fontFamily,
  };
}
