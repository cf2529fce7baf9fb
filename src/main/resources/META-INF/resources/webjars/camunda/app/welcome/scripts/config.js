export default {
  app: {
    name: 'Welcome',
    vendor: 'Imprimatur',
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en',
  },
  customScripts: ['../../lib/imprimatur-sign-in'],
  disableWelcomeMessage: true,
};
