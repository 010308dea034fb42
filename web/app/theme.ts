import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** A warm, quiet accent; shade 8 on white and shade 4 on dark both pass WCAG AA for text. */
const ember: MantineColorsTuple = [
  '#fff3ea',
  '#fde4d3',
  '#f8c6a3',
  '#f2b279',
  '#eb9a53',
  '#e0843a',
  '#c96c25',
  '#ad5719',
  '#8f4410',
  '#6f3208',
];

/** Neutral greys without a tint, so that a clip's own colours can be judged. */
const dark: MantineColorsTuple = [
  '#e4e4e7',
  '#c9c9cf',
  '#a6a6ae',
  '#7c7c86',
  '#4b4b53',
  '#35353b',
  '#2a2a2f',
  '#1f1f23',
  '#18181b',
  '#111113',
];

/**
 * Mantine's red, darker from shade 7 on: white text on the filled one (7 in the dark, 8 in the light) passes WCAG AA, and
 * so does a quiet red button's text on its own tint while a pointer rests on it.
 */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#ff6b6b',
  '#fa5252',
  '#e03131',
  '#c92a2a',
  '#b02525',
];

export const theme = createTheme({
  // Whoever asked their system for less motion gets none: nothing fades, nothing slides.
  respectReducedMotion: true,
  primaryColor: 'ember',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  colors: { ember, dark, red },
  fontFamily: 'Inter, system-ui, sans-serif',
  headings: { fontFamily: 'Inter, system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    // In its own colour a title on a tint is too pale to read.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    // A link within text is told by its line, not by its colour alone.
    Anchor: { defaultProps: { underline: 'always' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Button: { defaultProps: { size: 'sm' } },
  },
});
