// The page's beginning: opens the device and draws the shell around the views.
import './device/no-made-code.ts';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Tooltip.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/Progress.css';
import '@mantine/core/styles/Badge.css';
import '@mantine/core/styles/Table.css';
import '@mantine/core/styles/SegmentedControl.css';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/Switch.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ScrollArea.css';
import './shell/page.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openDevice } from '../../src/client/index.ts';
import { ClockProvider } from './clock/use-clock.tsx';
import { viewClock } from './clock/view-clock.ts';
import { browserTiming, browserWire } from './device/browser-wire.ts';
import { DeviceProvider } from './device/device.tsx';
import { joined } from './device/joining.ts';
import { ordersKept } from './device/orders-kept.ts';
import { SelectionProvider } from './selection/selection.tsx';
import { Shell } from './shell/shell.tsx';
import { theme } from './shell/theme.ts';
import { WordsProvider } from './words/words.tsx';

const wire = browserWire();
await joined(wire);
const device = openDevice(wire, browserTiming, {
  reader: new URLSearchParams(location.search).get('as'),
  makeId: () => crypto.randomUUID(),
  keptFor: ordersKept,
});
const clock = viewClock(device.clock);
const place = document.getElementById('page');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <WordsProvider>
          <DeviceProvider device={device}>
            <ClockProvider clock={clock}>
              <SelectionProvider>
                <Shell />
              </SelectionProvider>
            </ClockProvider>
          </DeviceProvider>
        </WordsProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
