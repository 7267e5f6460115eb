// The page's own colours and type in Mantine's terms; everything else is in `page.css`.
import { createTheme } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'steel',
  primaryShade: { light: 7, dark: 5 },
  colors: {
    steel: ['#eef3f8', '#dbe5ef', '#b4c9de', '#8aabcc', '#6892bd', '#5282b3', '#4377ab', '#2f5f90', '#27527e', '#1f3a5f'],
  },
  fontFamily:
    "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif",
  defaultRadius: 'sm',
  cursorType: 'pointer',
});
