import { useEffect, useState } from 'react';

const two = (value: number): string => String(value).padStart(2, '0');

/** Hours, minutes and seconds until an instant; still at zero. */
export function Countdown({ until }: { until: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1_000));
  return (
    <time dateTime={until} className="figures">
      {Math.floor(left / 3_600)}:{two(Math.floor(left / 60) % 60)}:{two(left % 60)}
    </time>
  );
}
