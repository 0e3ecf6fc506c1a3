import Link, { LinkProps } from '@mui/material/Link';
import { RiExternalLinkLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { safeUrl } from '../../words/safeUrl';

/**
 * A link to the task's provider, in a tab of its own. Where the URL may not be a link, the words
 * stand alone.
 */
export function ProviderLink(
  props: {
    /** As the provider gave it; untrusted. */
    url: string | null;
    /** Host of the task's repository: no other is linked to. */
    host: string;
    children: ReactNode;
  } & Pick<LinkProps, 'variant' | 'sx'>,
) {
  const { url, host, children, ...rest } = props;
  const safe = safeUrl(url, host);
  if (!safe) return <>{children}</>;
  return (
    <Link
      {...rest}
      href={safe.href}
      target="_blank"
      rel="noopener noreferrer"
      title={safe.host}
    >
      {children}{' '}
      <RiExternalLinkLine
        size="0.9em"
        aria-hidden
        style={{ verticalAlign: '-0.1em' }}
      />
    </Link>
  );
}
