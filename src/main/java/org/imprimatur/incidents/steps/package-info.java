/** What the engine does by itself about an incident. */
package org.imprimatur.incidents.steps;
