export default {
  app: {
    name: 'Administration',
    vendor: 'Imprimatur',
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en',
  },
  customScripts: ['../../lib/imprimatur-sign-in'],
  disableWelcomeMessage: true,
};
