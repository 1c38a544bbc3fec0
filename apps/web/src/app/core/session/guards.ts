import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import { AuthStore } from './auth-store';

/** Lets signed-in people through; sends the others to the login page, and back afterwards. */
export const signedInOnly: CanActivateFn = async (_route, { url }) => {
  const auth = inject(AuthStore);
  const router = inject(Router);
  await auth.resume();
  if (auth.resumeFailure()) return unreachable(router);
  return auth.me() !== null || router.createUrlTree(['/login'], { queryParams: { return_url: url } });
};

/** Keeps signed-in people off the login and registration pages. */
export const anonymousOnly: CanActivateFn = async () => {
  const auth = inject(AuthStore);
  const router = inject(Router);
  await auth.resume();
  if (auth.resumeFailure()) return unreachable(router);
  return auth.me() === null || router.createUrlTree(['/tickets']);
};

/** Shows the page for a server that does not answer only while that is so. */
export const unreachableOnly: CanActivateFn = () =>
  inject(AuthStore).resumeFailure() !== null || inject(Router).createUrlTree(['/tickets']);

/** Leads people who must set up two-factor sign-in to where they can: until then the API refuses everything else. */
export const secondFactorFirst: CanActivateFn = () => {
  const { me } = inject(AuthStore);
  return (
    !me()?.must_set_up_two_factor || inject(Router).createUrlTree(['/account'], { fragment: 'two-factor' })
  );
};

/**
 * To others the admin area does not exist, and they do not load it. Whoever is not signed in gets past, to where
 * they are sent to the login page.
 */
export const administratorsOnly: CanMatchFn = async () => {
  const auth = inject(AuthStore);
  await auth.resume();
  return auth.me()?.can.administer ?? true;
};

/** The address stays that of the page that one wanted: it is tried again, or reloaded. */
function unreachable(router: Router): RedirectCommand {
  return new RedirectCommand(router.createUrlTree(['/unreachable']), { skipLocationChange: true });
}
