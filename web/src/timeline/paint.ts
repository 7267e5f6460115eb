// Draws the timeline. It reads a layout and a window of time and knows nothing of the page around it.
import type { ScheduledSerial } from '../../../src/conduct/index.ts';
import { type LightPeriod, localDay, minuteInstant, minuteOfLocalDay, timeOfDayText, type Zone } from '../../../src/kernel/index.ts';
import { type Language, sayShortDay } from '../../../src/words/index.ts';
import type { PartyLook } from '../parties/party-look.ts';
import { barHeight, barsOf, groupHeight, type Layout, type PlacedBar } from './layout.ts';
import { fillOf, signOf } from './paint-bar.ts';
import { type Span, ticksOf, xOf } from './scale.ts';
import type { Tokens } from './tokens.ts';

export const axisHeight = 38;

export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  readonly layout: Layout;
  readonly span: Span;
  readonly zone: Zone;
  readonly language: Language;
  readonly night: readonly LightPeriod[];
  /** Minutes, with fractions; null where not known. */
  readonly now: number | null;
  readonly held: number | null;
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly looks: ReadonlyMap<string, PartyLook>;
  readonly nameOf: (one: ScheduledSerial) => string;
  readonly tokens: Tokens;
};

export function paint(context: CanvasRenderingContext2D, picture: Picture): void {
  const { width, height, tokens } = picture;
  context.clearRect(0, 0, width, height);
  context.fillStyle = tokens.panel;
  context.fillRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(0, axisHeight, width, height - axisHeight);
  context.clip();
  paintLight(context, picture);
  paintGrid(context, picture);
  context.translate(0, axisHeight - picture.scrollTop);
  for (const placed of picture.layout.rows) {
    if (placed.top + placed.height < picture.scrollTop || placed.top > picture.scrollTop + height) continue;
    context.fillStyle = placed.row.kind === 'group' ? tokens.raised : tokens.line;
    if (placed.row.kind === 'group') context.fillRect(0, placed.top, width, groupHeight);
    context.fillStyle = tokens.line;
    context.fillRect(0, placed.top + placed.height - 1, width, 1);
    for (const bar of barsOf(placed, picture.span, width)) paintBar(context, picture, bar);
  }
  context.restore();
  paintAxis(context, picture);
  paintInstant(context, picture, picture.held, tokens.held, false);
  paintInstant(context, picture, picture.now, tokens.now, true);
}

function paintLight(context: CanvasRenderingContext2D, { night, span, width, height, tokens }: Picture): void {
  for (const { from, to, light } of night) {
    if (light === 'day' || to < span.from || from > span.to) continue;
    context.fillStyle = light === 'night' ? tokens.night : tokens.twilight;
    const left = xOf(from, span, width);
    context.fillRect(left, axisHeight, xOf(to, span, width) - left, height);
  }
}

function paintGrid(context: CanvasRenderingContext2D, { span, width, height, zone, tokens }: Picture): void {
  for (const { minute, isDay } of ticksOf(span, width, zone)) {
    context.fillStyle = isDay ? tokens.lineStrong : tokens.line;
    context.fillRect(Math.round(xOf(minute, span, width)), axisHeight, 1, height);
  }
}

function paintAxis(context: CanvasRenderingContext2D, { span, width, zone, language, tokens }: Picture): void {
  context.fillStyle = tokens.raised;
  context.fillRect(0, 0, width, axisHeight);
  context.fillStyle = tokens.lineStrong;
  context.fillRect(0, axisHeight - 1, width, 1);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const ticks = ticksOf(span, width, zone);
  const dayWidth = (1440 / (span.to - span.from)) * width;
  for (const { minute, isDay } of ticks) {
    const x = Math.round(xOf(minute, span, width));
    if (!isDay) {
      context.font = `11px ${tokens.font}`;
      context.fillStyle = tokens.quiet;
      context.fillText(timeOfDayText(minuteOfLocalDay(minute, zone)), x + 3, 28);
    } else {
      context.fillStyle = tokens.lineStrong;
      context.fillRect(x, 0, 1, axisHeight);
    }
  }
  context.font = `600 12px ${tokens.font}`;
  context.fillStyle = tokens.ink;
  const first = localDay(minuteInstant(Math.floor(span.from)), zone);
  const last = localDay(minuteInstant(Math.ceil(span.to)), zone);
  for (let day = first; day <= last; day++) {
    const left = xOf(dayStart(day, zone), span, width);
    const x = Math.max(4, left + 4);
    const room = left + dayWidth - x - 4;
    const text = sayShortDay(day, language);
    if (context.measureText(text).width <= room) context.fillText(text, x, 12);
    else {
      const short = text.replace(/[^\d\s]/g, '').trim();
      if (context.measureText(short).width <= room) context.fillText(short, x, 12);
    }
  }
}

function dayStart(day: number, zone: Zone): number {
  const guess = minuteInstant(day * 1440);
  return guess - (localDay(guess, zone) - day) * 1440 - minuteOfLocalDay(guess, zone);
}

function paintInstant(
  context: CanvasRenderingContext2D,
  { span, width, height }: Picture,
  at: number | null,
  colour: string,
  isNow: boolean,
): void {
  if (at === null || at < span.from || at > span.to) return;
  const x = xOf(at, span, width);
  context.save();
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 2;
  if (!isNow) context.setLineDash([5, 4]);
  context.beginPath();
  context.moveTo(x, axisHeight - 8);
  context.lineTo(x, height);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x - 6, axisHeight - 9);
  context.lineTo(x + 6, axisHeight - 9);
  context.lineTo(x, axisHeight - 1);
  context.fill();
  context.restore();
}

function paintBar(context: CanvasRenderingContext2D, picture: Picture, bar: PlacedBar): void {
  const { tokens, looks, selected, hovered, nameOf } = picture;
  const { one, left, top, width } = bar;
  const look = one.leadParty === null ? undefined : looks.get(one.leadParty);
  const colour = look?.colour ?? tokens.fixed;
  const { fill, border, ink, isDashed } = fillOf(one, colour, tokens);
  context.save();
  context.beginPath();
  context.roundRect(left, top, width, barHeight, 3);
  context.fillStyle = tokens.panel;
  context.fill();
  context.fillStyle = fill;
  context.fill();
  context.clip();
  if (one.status === 'stopped') stripes(context, bar, tokens.alarm);
  // Who leads is on the left edge, by colour and by pattern.
  const edge = Math.min(7, width);
  context.fillStyle = colour;
  context.fillRect(left, top, edge, barHeight);
  if (look !== undefined) patternOver(context, look, left, top, edge);
  context.restore();
  context.save();
  context.beginPath();
  context.roundRect(left + 0.5, top + 0.5, Math.max(1, width - 1), barHeight - 1, 3);
  context.strokeStyle = one.serial === selected ? tokens.ink : border;
  context.lineWidth = one.serial === selected ? 2.5 : one.serial === hovered ? 2 : 1;
  if (isDashed) context.setLineDash([4, 3]);
  context.stroke();
  context.restore();
  if (width < 24) return;
  context.save();
  context.beginPath();
  context.rect(left, top, width - 3, barHeight);
  context.clip();
  context.fillStyle = ink;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const middle = top + barHeight / 2 + 0.5;
  context.font = `600 11px ${tokens.font}`;
  const sign = signOf(one);
  let x = left + edge + 4;
  if (sign !== '') {
    context.fillText(sign, x, middle);
    x += context.measureText(sign).width + 3;
  }
  const letters = one.parties.map((party) => looks.get(party)?.letters ?? party).join('·');
  context.font = `700 9px ${tokens.font}`;
  const lettersWidth = context.measureText(letters).width;
  const hasLetters = one.team.length > 0 && width > 130 + lettersWidth;
  if (hasLetters) context.fillText(letters, left + width - lettersWidth - 6, middle);
  context.font = `500 11px ${tokens.font}`;
  const room = left + width - x - (hasLetters ? lettersWidth + 12 : 5);
  context.fillText(fitted(context, nameOf(one), one.serial, room), x, middle);
  context.restore();
}

/** The whole name where it fits, else as much of it as does. */
function fitted(context: CanvasRenderingContext2D, name: string, id: string, room: number): string {
  if (context.measureText(name).width <= room) return name;
  if (context.measureText(`${id}…`).width > room) return context.measureText(id).width <= room ? id : '';
  let text = name;
  while (text.length > id.length && context.measureText(`${text}…`).width > room) text = text.slice(0, -2);
  return `${text.trimEnd()}…`;
}

function stripes(context: CanvasRenderingContext2D, { left, top, width }: PlacedBar, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 5;
  for (let x = left - barHeight; x < left + width; x += 14) {
    context.beginPath();
    context.moveTo(x, top + barHeight);
    context.lineTo(x + barHeight, top);
    context.stroke();
  }
}

function patternOver(context: CanvasRenderingContext2D, { pattern }: PartyLook, left: number, top: number, width: number): void {
  context.fillStyle = 'rgb(255 255 255 / 65%)';
  for (let y = 2; y < barHeight; y += 5) {
    if (pattern === 'stripes') context.fillRect(left, top + y, width, 2);
    else if (pattern === 'dots') context.fillRect(left + width / 2 - 1, top + y, 2, 2);
    else if (pattern === 'bars') context.fillRect(left + 2, top, 1.5, barHeight);
    else if (pattern === 'cross') context.fillRect(left + (y % 2 === 0 ? 1 : 4), top + y, 2, 3);
  }
}
