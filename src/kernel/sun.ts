// Where the sun stands and hence what light there is: the solar equations of Meeus, "Astronomical Algorithms" (1998), ch. 25, as the
// NOAA solar calculator uses them; within 0.02° between 1970 and 2200.

import { type MinuteInstant, minuteInstant } from './instant.ts';
import { asin, cos, pi, sin } from './trigonometry.ts';

/** Degrees: north and east are positive. */
export type Position = { readonly latitude: number; readonly longitude: number };

/** How deep the sun stands under the horizon when twilight gives way to night: 6°, 12°, 18°. */
export type Twilight = 'civil' | 'nautical' | 'astronomical';

export type Light = 'day' | 'twilight' | 'night';

export type LightPeriod = { readonly from: MinuteInstant; readonly to: MinuteInstant; readonly light: Light };

const nightBelow: Readonly<Record<Twilight, number>> = { civil: -6, nautical: -12, astronomical: -18 };

// The upper limb touches the horizon when the centre stands so much lower: 34′ of refraction, 16′ of radius.
const dayAbove = -50 / 60;

// Faster than 15° of rotation an hour and the drift of the declination together the sun never rises or sinks.
const steepestDegreesPerMinute = 0.252;

const radians = pi / 180;

/** The altitude of the sun's centre over the horizon, without refraction. */
export function sunAltitudeDegrees(minute: number, latitude: number, longitude: number): number {
  const days = minute / 1440 - 10_957.5;
  const centuries = days / 36_525;
  const meanLongitude = turned(280.46646 + centuries * (36_000.76983 + centuries * 0.0003032));
  const anomaly = turned(357.52911 + centuries * (35_999.05029 - centuries * 0.0001537)) * radians;
  const centre =
    sin(anomaly) * (1.914602 - centuries * (0.004817 + centuries * 0.000014)) +
    sin(2 * anomaly) * (0.019993 - centuries * 0.000101) +
    sin(3 * anomaly) * 0.000289;
  const node = turned(125.04 - centuries * 1934.136) * radians;
  const apparent = (meanLongitude + centre - 0.00569 - 0.00478 * sin(node)) * radians;
  const obliquity = (23.4392911 - centuries * (0.0130042 + centuries * 1.64e-7) + 0.00256 * cos(node)) * radians;
  const sinDeclination = sin(obliquity) * sin(apparent);
  const cosDeclination = Math.sqrt(1 - sinDeclination * sinDeclination);
  // With the right ascension's sine and cosine, no angle has to be taken back from a tangent.
  const siderealTime = turned(280.46061837 + 360.98564736629 * days + longitude) * radians;
  const alongEquator = cos(siderealTime) * cos(apparent) + sin(siderealTime) * cos(obliquity) * sin(apparent);
  const cosHourAngle = cosDeclination === 0 ? 1 : alongEquator / cosDeclination;
  const sine = sin(latitude * radians) * sinDeclination + cos(latitude * radians) * cosDeclination * cosHourAngle;
  return asin(Math.max(-1, Math.min(1, sine))) / radians;
}

/** Day while any of the sun can be above a level horizon, night while it stands deeper than the twilight's degrees. */
export function lightAt(minute: MinuteInstant, position: Position, twilight: Twilight): Light {
  return lightOfAltitude(sunAltitudeDegrees(minute, position.latitude, position.longitude), nightBelow[twilight]);
}

/**
 * The light from one instant to another as unbroken periods without gaps; a period's every minute has what `lightAt` says.
 * It strides as far as the sun cannot reach a threshold, about seventy evaluations a day.
 */
export function lightPeriods(from: MinuteInstant, to: MinuteInstant, position: Position, twilight: Twilight): readonly LightPeriod[] {
  const periods: LightPeriod[] = [];
  const night = nightBelow[twilight];
  let start: number = from;
  let light: Light | undefined;
  let minute: number = from;
  while (minute < to) {
    const altitude = sunAltitudeDegrees(minute, position.latitude, position.longitude);
    const now = lightOfAltitude(altitude, night);
    if (light !== undefined && now !== light) {
      periods.push({ from: minuteInstant(start), to: minuteInstant(minute), light });
      start = minute;
    }
    light = now;
    const clear = Math.min(Math.abs(altitude - dayAbove), Math.abs(altitude - night));
    minute += Math.max(1, Math.floor(clear / steepestDegreesPerMinute));
  }
  if (light !== undefined) periods.push({ from: minuteInstant(start), to, light });
  return periods;
}

function lightOfAltitude(altitude: number, night: number): Light {
  if (altitude >= dayAbove) return 'day';
  return altitude < night ? 'night' : 'twilight';
}

function turned(degrees: number): number {
  return degrees - Math.floor(degrees / 360) * 360;
}
