import { PrincipalName } from '../../text/PrincipalName';

/** Who it is, by name. */
export function PrincipalCell(props: { principalRef: string | undefined }) {
  const { principalRef } = props;
  return principalRef ? <PrincipalName principalRef={principalRef} /> : <>–</>;
}
