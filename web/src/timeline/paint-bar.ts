// How a serial's status shows in its bar: by fill, border and sign together.
import type { ScheduledSerial } from '../../../src/conduct/index.ts';
import { unreachable } from '../../../src/kernel/index.ts';
import type { Tokens } from './tokens.ts';

export type BarFill = { readonly fill: string; readonly border: string; readonly ink: string; readonly isDashed: boolean };

const tinted = (colour: string, percent: number): string => `color-mix(in srgb, ${colour} ${percent}%, transparent)`;

export function fillOf({ status }: ScheduledSerial, colour: string, tokens: Tokens): BarFill {
  switch (status) {
    case 'planned':
      return { fill: tinted(colour, 16), border: tinted(colour, 70), ink: tokens.ink, isDashed: false };
    case 'called':
    case 'ready':
      return { fill: tinted(colour, 38), border: colour, ink: tokens.ink, isDashed: false };
    case 'running':
      return { fill: colour, border: tokens.ink, ink: '#ffffff', isDashed: false };
    case 'stopped':
      return { fill: tokens.alarmSoft, border: tokens.alarm, ink: tokens.ink, isDashed: false };
    case 'done':
      return { fill: tinted(tokens.quiet, 22), border: tinted(tokens.quiet, 55), ink: tokens.ink, isDashed: false };
    case 'curtailed':
      return { fill: tinted(tokens.quiet, 22), border: tokens.warn, ink: tokens.ink, isDashed: true };
    case 'cancelled':
      return { fill: 'transparent', border: tokens.quiet, ink: tokens.quiet, isDashed: true };
    default:
      return unreachable(status);
  }
}

/** A sign for what is not merely planned; fixed events have one of their own until then. */
export function signOf({ status, isFixed }: ScheduledSerial): string {
  switch (status) {
    case 'planned':
      return isFixed ? '◆' : '';
    case 'called':
      return '◔';
    case 'ready':
      return '◑';
    case 'running':
      return '▶';
    case 'stopped':
      return '■';
    case 'done':
      return '✓';
    case 'curtailed':
      return '✂';
    case 'cancelled':
      return '✕';
    default:
      return unreachable(status);
  }
}
