// Draws the timeline. It reads a layout and a window of time and knows nothing of the page around it.
import type { ScheduledSerial } from '../../../src/conduct/index.ts';
import {
  civilFromDay,
  type LightPeriod,
  localDay,
  microsPerMinute,
  minuteInstant,
  minuteOfLocalDay,
  timeOfDayText,
  type Zone,
} from '../../../src/kernel/index.ts';
import { type Language, sayShortDay } from '../../../src/words/index.ts';
import type { PartyLook } from '../parties/party-look.ts';
import { barsOf, groupHeight, type Layout, type PlacedBar } from './layout.ts';
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
    for (const bar of barsOf(placed, picture.layout.size, picture.span, width)) paintBar(context, picture, bar);
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
      const short = String(civilFromDay(day).day);
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
  const barHeight = picture.layout.size.bar;
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
  if (one.status === 'stopped') stripes(context, bar, barHeight, tokens.alarm);
  // Who leads is on the left edge, by colour and by pattern.
  const edge = Math.min(7, Math.max(2, width / 3));
  context.fillStyle = colour;
  context.fillRect(left, top, edge, barHeight);
  if (look !== undefined) patternOver(context, look, left, top, edge, barHeight);
  context.restore();
  context.save();
  context.beginPath();
  context.roundRect(left + 0.5, top + 0.5, Math.max(1, width - 1), barHeight - 1, 3);
  context.strokeStyle = one.serial === selected ? tokens.ink : border;
  context.lineWidth = one.serial === selected ? 2.5 : one.serial === hovered ? 2 : 1;
  if (isDashed) context.setLineDash([4, 3]);
  context.stroke();
  context.restore();
  paintActual(context, picture, bar, barHeight);
  if (width < 24) return;
  context.save();
  context.beginPath();
  context.rect(left, top, width - 3, barHeight);
  context.clip();
  context.fillStyle = ink;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const isTall = barHeight > 30;
  const middle = isTall ? top + 10.5 : top + barHeight / 2 + 0.5;
  context.font = `600 11px ${tokens.font}`;
  const sign = signOf(one);
  const textLeft = left + edge + 4;
  let x = textLeft;
  if (sign !== '') {
    context.fillText(sign, x, middle);
    x += context.measureText(sign).width + 3;
  }
  context.font = `550 11px ${tokens.font}`;
  context.fillText(fitted(context, nameOf(one), one.serial, left + width - x - 5), x, middle);
  if (isTall) paintParties(context, picture, bar, textLeft, top + 18);
  context.restore();
}

/** A line along the foot from the reported beginning to the reported end, or to now: past the bar where it took longer than booked. */
function paintActual(
  context: CanvasRenderingContext2D,
  { span, width, now, tokens }: Picture,
  { one, top }: PlacedBar,
  barHeight: number,
): void {
  if (one.startedAt === null || now === null) return;
  const from = xOf(one.startedAt / microsPerMinute, span, width);
  const to = xOf(one.endedAt === null ? now : one.endedAt / microsPerMinute, span, width);
  context.fillStyle = one.endedAt === null ? tokens.now : tokens.quiet;
  context.fillRect(from, top + barHeight - 1.5, Math.max(2, to - from), 3);
}

/** Who is in it, under the name: each party's letters on its colour, the lead's first with a star. */
function paintParties(
  context: CanvasRenderingContext2D,
  { looks, tokens }: Picture,
  { one, left, width }: PlacedBar,
  from: number,
  top: number,
): void {
  const height = 12;
  let x = from;
  for (const party of one.parties) {
    const look = looks.get(party);
    const letters = `${look?.letters ?? party}${party === one.leadParty ? ' ★' : ''}`;
    context.font = `700 9px ${tokens.font}`;
    const room = context.measureText(letters).width + 7;
    if (x + room > left + width - 3) return;
    context.fillStyle = look?.colour ?? tokens.fixed;
    context.beginPath();
    context.roundRect(x, top, room, height, 2);
    context.fill();
    if (one.status === 'running') {
      context.strokeStyle = '#ffffff';
      context.lineWidth = 0.75;
      context.stroke();
    }
    context.fillStyle = '#ffffff';
    context.fillText(letters, x + 3.5, top + height / 2 + 0.5);
    x += room + 3;
  }
}

/** The whole name where it fits, else as much of it as does. */
function fitted(context: CanvasRenderingContext2D, name: string, id: string, room: number): string {
  if (context.measureText(name).width <= room) return name;
  if (context.measureText(`${id}…`).width > room) return context.measureText(id).width <= room ? id : '';
  let text = name;
  while (text.length > id.length && context.measureText(`${text}…`).width > room) text = text.slice(0, -2);
  return `${text.trimEnd()}…`;
}

function stripes(context: CanvasRenderingContext2D, { left, top, width }: PlacedBar, barHeight: number, colour: string): void {
  context.strokeStyle = colour;
  context.globalAlpha = 0.3;
  context.lineWidth = 5;
  for (let x = left - barHeight; x < left + width; x += 14) {
    context.beginPath();
    context.moveTo(x, top + barHeight);
    context.lineTo(x + barHeight, top);
    context.stroke();
  }
}

function patternOver(
  context: CanvasRenderingContext2D,
  { pattern }: PartyLook,
  left: number,
  top: number,
  width: number,
  barHeight: number,
): void {
  context.fillStyle = 'rgb(255 255 255 / 65%)';
  for (let y = 2; y < barHeight; y += 5) {
    if (pattern === 'stripes') context.fillRect(left, top + y, width, 2);
    else if (pattern === 'dots') context.fillRect(left + width / 2 - 1, top + y, 2, 2);
    else if (pattern === 'bars') context.fillRect(left + 2, top, 1.5, barHeight);
    else if (pattern === 'cross') context.fillRect(left + (y % 2 === 0 ? 1 : 4), top + y, 2, 3);
  }
}
