const key = 'demo-sign-in.user';

/** Who this tab is signed in as; survives a reload, not the tab. */
export const chosenUser = {
  read: (): string | undefined => sessionStorage.getItem(key) ?? undefined,
  write: (user: string) => sessionStorage.setItem(key, user),
  forget: () => sessionStorage.removeItem(key),
};
