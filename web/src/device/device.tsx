// The device that the whole page looks at, and what views ask it for.
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Device, DeviceView } from '../../../src/client/index.ts';
import { type Naming, namingIn, type ScheduledSerial, scheduleView } from '../../../src/conduct/index.ts';
import type { Plan } from '../../../src/plan/index.ts';
import { useWords } from '../words/words.tsx';

const DeviceContext = createContext<Device | null>(null);

export function DeviceProvider({ device, children }: { readonly device: Device; readonly children: ReactNode }) {
  return <DeviceContext value={device}>{children}</DeviceContext>;
}

export function useDevice(): Device {
  const device = useContext(DeviceContext);
  if (device === null) throw new Error('no device here');
  return device;
}

/** What is known now; a new value with every change. */
export function useDeviceView(): DeviceView {
  const device = useDevice();
  return useSyncExternalStore(device.subscribe, device.view);
}

const noSchedule: readonly ScheduledSerial[] = [];

/** The schedule as it stands now; before a plan is adopted, as the best draft has it. */
export function useSchedule(): readonly ScheduledSerial[] {
  const { conduct, plan, planning, eventCount } = useDeviceView();
  const draft = planning?.draft as Plan | null | undefined;
  // The state grows in place, and its count of events tells when.
  return useMemo(
    () => (conduct === null ? noSchedule : scheduleView(conduct, (plan ?? draft)?.bookings ?? [])),
    [conduct, plan, draft, eventCount],
  );
}

/** Names in the page's language; null while there is no document. */
export function useNaming(): Naming | null {
  const { exercise, conduct } = useDeviceView();
  const { language } = useWords();
  return useMemo(() => (exercise === null ? null : namingIn(language, exercise, conduct)), [exercise, conduct, language]);
}
