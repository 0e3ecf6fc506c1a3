import { Component, ReactNode } from 'react';

/** Keeps the dialog standing when a template's schema is one that no form can be made of. */
export class FormBoundary extends Component<
  { children: ReactNode; fallback: ReactNode },
  { hasFailed: boolean }
> {
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  readonly state = { hasFailed: false };

  render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
