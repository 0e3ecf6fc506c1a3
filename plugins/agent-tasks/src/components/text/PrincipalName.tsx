import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { visibleText } from '../../words/visibleText';

const ENTITY_REF = /^(user|group|component|api|resource|template):[^/]+\/.+$/;
/** Stands in where there is nothing to look up: a hook cannot be left out. */
const NOBODY = 'user:default/nobody';

/** How people call a user, group, service or other entity; other words stay as they are. */
export function usePrincipalName(ref: string | null): string {
  const isEntity = ref !== null && ENTITY_REF.test(ref);
  const { primaryTitle } = useEntityPresentation(isEntity ? ref : NOBODY);
  if (isEntity) return visibleText(primaryTitle);
  return visibleText((ref ?? '').replace(/^service:/, ''));
}

/** The name of a user, group, service or other entity, as text. */
export function PrincipalName(props: { principalRef: string }) {
  return <bdi>{usePrincipalName(props.principalRef)}</bdi>;
}
