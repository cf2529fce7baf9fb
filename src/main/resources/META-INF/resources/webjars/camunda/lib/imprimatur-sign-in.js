// One sign-in for everything: where the engine's applications would show their own form, their page is asked for
// again, and the server sends whoever is not signed in to ours. Somebody who is signed in and still not let in goes
// to the own work instead of round in a circle.
const key = 'imprimatur.signed-in-again';
const guard = () => {
  if (!location.hash.startsWith('#/login')) {
    return;
  }
  const last = Number(sessionStorage.getItem(key));
  sessionStorage.setItem(key, String(Date.now()));
  location.replace(Date.now() - last < 5000 ? '/' : location.pathname);
};

window.addEventListener('hashchange', guard);
guard();

export default [];
