import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';

/** After so many minutes at the desk a break is suggested, once, and again after as many more. 0: never. */
export function useBreaks(minutes: number): void {
  useEffect(() => {
    if (minutes === 0) return undefined;
    const timer = setInterval(() => {
      notifications.show({
        title: 'Time for a break?',
        message: `You have been here for ${minutes} minutes. Nobody counts it; the clocks of the queue run for us all.`,
        autoClose: 30_000,
      });
    }, minutes * 60_000);
    return () => clearInterval(timer);
  }, [minutes]);
}
