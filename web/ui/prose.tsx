import { Anchor, Box } from '@mantine/core';
import Markdown from 'react-markdown';

const PARTS = {
  a: ({ href, children }: { href?: string; children?: React.ReactNode }) => (
    <Anchor href={href} target="_blank" rel="noreferrer nofollow" inherit>
      {children}
    </Anchor>
  ),
};

/**
 * Markdown that somebody wrote: paragraphs, lists, emphasis, links. HTML in it stays text, pictures and headings are left
 * out, and a link never runs anything.
 */
export function Prose({ children }: { children: string }) {
  return (
    <Box className="prose" fz="sm">
      <Markdown
        components={PARTS}
        allowedElements={['p', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'a', 'br', 'blockquote']}
        unwrapDisallowed
      >
        {children}
      </Markdown>
    </Box>
  );
}
