/**
 * Deploys the models and says what they say
 */
@ApplicationModule(allowedDependencies = {  labels, documentation, lanes, rules.:"kernel", "security" })
package org.imprimatur.models;

import org.springframework.modulith.ApplicationModule;
